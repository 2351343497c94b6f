import { ApiError, toId18, type RecordValues } from '../../../core';
import { MASTER_RECORD_TYPE_ID, type SObjectType } from '../../../schema';
import type { RestRequest } from '../../http/resource';
import type { LayoutMode } from '../layouts/layout-representation';
import { layoutPaths, recordLayout } from '../layouts/record-layout';
import { objectInfosOf } from '../object-info/object-info';
import { recordTypeName } from '../object-info/record-type-name';
import { addPaths, emptyFieldTree, type FieldTree } from '../records/field-tree';
import { readUiRecords, recordNotReadable } from '../records/read-ui-records';
import { pathsOf } from '../records/record-query';
import { parentTypes } from '../records/record-ui';
import { isReadable, requireTarget, requireUiObject } from '../request/find-object';
import { listParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import { unsavedFields, unsavedRecord } from './unsaved-record';

/**
 * What a form for a new record begins with: its layout, and a record with the default values.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_defaults.htm
 * @throws ApiError INSUFFICIENT_ACCESS when the user may not create records of the object
 */
export function createDefaults(ui: UiRequest, request: RestRequest): Record<string, unknown> {
  const type = requireUiObject(ui, request.parameters['object'] ?? '');
  return defaultsWithLayout(ui, request, type, newValues(ui, request, type), 'Create');
}

/** What a form for a copy of a record begins with. */
export function cloneDefaults(ui: UiRequest, request: RestRequest): Record<string, unknown> {
  const { type, values } = clonedValues(ui, request);
  return defaultsWithLayout(ui, request, type, values, 'Edit');
}

/** Default values alone, of the fields that are asked for. */
export function createTemplate(ui: UiRequest, request: RestRequest): Record<string, unknown> {
  const type = requireUiObject(ui, request.parameters['object'] ?? '');
  const record = template(ui, request, type, newValues(ui, request, type));
  return { objectInfos: objectInfosOf(ui, [type]), record };
}

/** Values of a copy alone, of the fields that are asked for. */
export function cloneTemplate(ui: UiRequest, request: RestRequest): Record<string, unknown> {
  const { type, id, values } = clonedValues(ui, request);
  const record = { cloneSourceId: id, ...template(ui, request, type, values) };
  return { objectInfos: objectInfosOf(ui, [type]), record };
}

function defaultsWithLayout(
  ui: UiRequest,
  { query }: RestRequest,
  type: SObjectType,
  values: RecordValues,
  mode: LayoutMode,
): Record<string, unknown> {
  const recordTypeId = (values['RecordTypeId'] as string | null | undefined) ?? MASTER_RECORD_TYPE_ID;
  const layout = recordLayout(ui, type, { layoutType: 'Full', mode, recordTypeId });
  const tree = emptyFieldTree(type);
  addPaths(ui, tree, layoutPaths(ui, type, layout), true);
  addOptionalFields(ui, tree, query);
  const parents = [...tree.parents.values()].map((parent) => parent.tree.type);
  const record = unsavedRecord(ui, tree, values);
  const shown = parents.filter(({ definition }) => definition.keyPrefix !== null);
  return { layout, objectInfos: objectInfosOf(ui, [type, ...shown, ...parentTypes(ui, [record])]), record };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_template_create.htm */
function template(
  ui: UiRequest,
  { query }: RestRequest,
  type: SObjectType,
  values: RecordValues,
): Record<string, unknown> {
  const tree = emptyFieldTree(type);
  addOptionalFields(ui, tree, query);
  const { recordTypeId, recordTypeInfo } = unsavedRecord(ui, emptyFieldTree(type), values);
  return { apiName: type.name, fields: unsavedFields(ui, tree, values), recordTypeId, recordTypeInfo };
}

function addOptionalFields(ui: UiRequest, tree: FieldTree, query: URLSearchParams): void {
  addPaths(ui, tree, pathsOf(tree.type, listParameter(query, 'optionalFields')), true);
}

function newValues(ui: UiRequest, request: RestRequest, type: SObjectType): RecordValues {
  return defaultValues(ui, type, {}, request.query.get('recordTypeId'));
}

function defaultValues(
  ui: UiRequest,
  type: SObjectType,
  values: RecordValues,
  recordTypeId: string | null,
): RecordValues {
  const { org } = ui.deps;
  if (
    !type.definition.capabilities.createable ||
    !org.access.objectAccess(ui.context.user, type.name).create
  ) {
    throw new ApiError(
      'INSUFFICIENT_ACCESS',
      `You don't have access to create records of ${type.definition.labelPlural}.`,
    );
  }
  recordTypeName(ui, type, recordTypeId);
  const chosen = recordTypeId === null ? null : toId18(recordTypeId);
  const given = chosen === null ? {} : { RecordTypeId: chosen === MASTER_RECORD_TYPE_ID ? null : chosen };
  return org.dml.defaultValues(type.name, { ...values, ...given }, ui.context);
}

/** The values of the record to be copied that a new record may be given. */
function clonedValues(
  ui: UiRequest,
  { parameters, query }: RestRequest,
): { readonly type: SObjectType; readonly id: string; readonly values: RecordValues } {
  const { type, id } = requireTarget(ui, parameters['id'] ?? '');
  const tree = emptyFieldTree(type);
  for (const field of type.fields) {
    const copied = field.createable && field.autoNumber === undefined && !field.unique;
    if (copied && field.type !== 'base64' && isReadable(ui, type, field)) tree.fields.set(field.name, field);
  }
  const row = readUiRecords(ui, tree, [id]).get(id);
  if (!row) throw recordNotReadable(ui, type, id);
  const copied = [...tree.fields.keys()].map((name) => [name, row.fields[name] ?? null] as const);
  const values = Object.fromEntries(copied) as RecordValues;
  return {
    type,
    id,
    values: defaultValues(ui, type, { ...values, OwnerId: ui.context.user.id }, query.get('recordTypeId')),
  };
}
