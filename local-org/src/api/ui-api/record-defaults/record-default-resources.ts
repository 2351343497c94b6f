import type { UiResource } from '../request/ui-resource';
import { cloneDefaults, cloneTemplate, createDefaults, createTemplate } from './record-defaults';

/**
 * What forms for new records begin with.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_defaults_create.htm
 */
export const RECORD_DEFAULT_RESOURCES: readonly UiResource[] = [
  { path: '/record-defaults/create/:object', GET: createDefaults },
  { path: '/record-defaults/clone/:id', GET: cloneDefaults },
  { path: '/record-defaults/template/create/:object', GET: createTemplate },
  { path: '/record-defaults/template/clone/:id', GET: cloneTemplate },
];
