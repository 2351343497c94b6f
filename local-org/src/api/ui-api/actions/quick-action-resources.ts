import { ApiError, recordIdFromName, type RecordValues } from '../../../core';
import type { QuickAction, QuickActionResult } from '../../../flow';
import { MASTER_RECORD_TYPE_ID, type SObjectType } from '../../../schema';
import type { RestRequest } from '../../http/resource';
import { isJsonObject } from '../../rest/record-input';
import { EMPTY_SPACE, layoutItem } from '../layouts/layout-items';
import { describeFor } from '../object-info/object-info';
import { unsavedFields } from '../record-defaults/unsaved-record';
import { addPaths, emptyFieldTree } from '../records/field-tree';
import { recordError } from '../records/record-errors';
import { inputValues, readRecordInput, saveContext } from '../records/record-input';
import { pathsOf } from '../records/record-query';
import { listParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';
import { withEtag } from '../values/etag';

/**
 * Forms of quick actions: their layout, what they begin with, and what they do.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_quick_action_defaults.htm
 */
export const QUICK_ACTION_RESOURCES: readonly UiResource[] = [
  { path: '/actions/layout/:action', GET: getLayout },
  { path: '/actions/record-defaults/:action', GET: getDefaults },
  { path: '/actions/perform-quick-action/:action', POST: perform, PATCH: perform },
];

/** @throws ApiError NOT_FOUND; UnsupportedFeatureError when actions of its type are not performed */
function requireAction(
  ui: UiRequest,
  { parameters }: RestRequest,
): { readonly action: QuickAction; readonly type: SObjectType } {
  const { quickActions } = ui.deps.org.flows;
  const name = parameters['action'] ?? '';
  const action = quickActions.find(name);
  if (!action) throw new ApiError('NOT_FOUND', `The quick action ${name} does not exist`);
  return { action, type: quickActions.targetOf(action) };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_quick_action_layout.htm */
function getLayout(ui: UiRequest, request: RestRequest): unknown {
  const { action, type } = requireAction(ui, request);
  const subject = { type, fields: new Map(describeFor(ui, type).fields.map((field) => [field.name, field])) };
  const columns = action.layout.map((column) =>
    column.flatMap(({ field, uiBehavior }) => {
      const behavior = uiBehavior === 'Required' || uiBehavior === 'Readonly' ? uiBehavior : 'Edit';
      const item = layoutItem(subject, { kind: 'field', name: field, behavior });
      return item ? [{ ...item, uiBehavior: null }] : [];
    }),
  );
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const layout = withEtag({
    id: recordIdFromName('00h', `QuickAction ${action.fullName}`),
    layoutType: 'QuickAction',
    mode: action.type === 'Update' ? 'Edit' : 'Create',
    objectApiName: type.name,
    recordTypeId: MASTER_RECORD_TYPE_ID,
    saveOptions: [],
    sections: [
      {
        collapsible: false,
        columns: columns.length,
        heading: null,
        id: recordIdFromName('01B', `QuickAction ${action.fullName}`),
        layoutRows: Array.from({ length: rows }, (_none, row) => ({
          layoutItems: columns.map((column) => column[row] ?? EMPTY_SPACE),
        })),
        rows,
        useHeading: false,
      },
    ],
  });
  return { actionApiName: request.parameters['action'], layout };
}

/** The fields of the form with their values, and those asked for besides. */
function getDefaults(ui: UiRequest, request: RestRequest): unknown {
  const { action, type } = requireAction(ui, request);
  const parentRecordId = request.query.get('parentRecordId') || null;
  const { quickActions } = ui.deps.org.flows;
  const predefined = quickActions.defaultValues(action, parentRecordId, ui.context);
  const known = Object.entries(predefined).filter(([, value]) => value !== null);
  const values: RecordValues =
    action.type === 'Update'
      ? predefined
      : ui.deps.org.dml.defaultValues(type.name, Object.fromEntries(known), ui.context);
  const tree = emptyFieldTree(type);
  addPaths(ui, tree, Object.keys(predefined), true);
  addPaths(ui, tree, pathsOf(type, listParameter(request.query, 'optionalFields')), true);
  return withEtag({
    actionApiName: request.parameters['action'],
    fields: unsavedFields(ui, tree, values),
    objectApiName: type.name,
  });
}

/**
 * Performs an action: `{ contextId: '001...', fields: { LastName: 'Smith' } }`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_quick_action_execution.htm
 * @throws ErrorAnswer with the errors of the save
 */
function perform(ui: UiRequest, request: RestRequest): unknown {
  const { action, type } = requireAction(ui, request);
  const body = request.body.json();
  const input = readRecordInput(isJsonObject(body) ? { fields: {}, ...body } : body);
  const contextId = isJsonObject(body) && typeof body['contextId'] === 'string' ? body['contextId'] : null;
  const context = saveContext(ui, request.query, input.allowSaveOnDuplicate);
  const result: QuickActionResult = ui.deps.org.flows.quickActions.perform(
    action,
    contextId,
    inputValues(input, type),
    context,
  );
  if (!result.success) throw recordError(ui, type, result.errors);
  return {
    contextId,
    feedItemId: null,
    id: result.id,
    isCreated: result.created,
    isSuccess: true,
    successMessage: result.successMessage,
  };
}
