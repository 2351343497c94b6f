import type { RestRequest } from '../../http/resource';
import { requireUiObject } from '../request/find-object';
import { choiceParameter } from '../request/parameters';
import type { UiResource } from '../request/ui-resource';
import type { UiRequest } from '../request/ui-request';
import { LAYOUT_MODES, LAYOUT_TYPES, type LayoutRepresentation } from './layout-representation';
import { layoutUserState, updateLayoutUserState } from './layout-user-state';
import { recordLayout } from './record-layout';

/**
 * Layouts of objects, and which of their sections the user has closed.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_layout.htm
 */
export const LAYOUT_RESOURCES: readonly UiResource[] = [
  { path: '/layout/:object', GET: (ui, request) => requestedLayout(ui, request) },
  {
    path: '/layout/:object/user-state',
    GET: (ui, request) => layoutUserState(ui, requestedLayout(ui, request)),
    PATCH: (ui, request) => updateLayoutUserState(ui, requestedLayout(ui, request), request.body.json()),
  },
];

function requestedLayout(ui: UiRequest, { parameters, query }: RestRequest): LayoutRepresentation {
  return recordLayout(ui, requireUiObject(ui, parameters['object'] ?? ''), {
    layoutType: choiceParameter(query, 'layoutType', LAYOUT_TYPES, 'Full'),
    mode: choiceParameter(query, 'mode', LAYOUT_MODES, 'View'),
    recordTypeId: query.get('recordTypeId'),
  });
}
