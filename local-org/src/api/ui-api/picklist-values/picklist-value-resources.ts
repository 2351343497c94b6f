import { requireUiObject } from '../request/find-object';
import type { UiResource } from '../request/ui-resource';
import { allPicklistValues, picklistValues } from './picklist-values';

const ROOT = '/object-info/:object/picklist-values/:recordTypeId';

/**
 * Values of picklists, by record type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_picklist_values_collection.htm
 */
export const PICKLIST_VALUE_RESOURCES: readonly UiResource[] = [
  {
    path: ROOT,
    GET: (ui, { parameters: { object = '', recordTypeId = '' } }) =>
      allPicklistValues(ui, requireUiObject(ui, object), recordTypeId),
  },
  {
    path: `${ROOT}/:field`,
    GET: (ui, { parameters: { object = '', recordTypeId = '', field = '' } }) =>
      picklistValues(ui, requireUiObject(ui, object), recordTypeId, field),
  },
];
