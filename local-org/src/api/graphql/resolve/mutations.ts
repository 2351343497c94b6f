import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { toId18 } from '../../../core';
import type { SaveError, SaveResult } from '../../../dml';
import type { SObjectType } from '../../../schema';
import { isJsonObject, parseRecord } from '../../rest/record-input';
import { readUiRecords } from '../../ui-api/records/read-ui-records';
import type { GraphqlScope } from '../graphql-scope';
import { selectedTree, selectionsBelow } from './selected-paths';
import type { RecordSource } from './record-source';

/** `AccountCreate(input: { Account: { Name: "Acme" } })`. @throws GraphQLError with the errors of the save */
export function createRecord(
  scope: GraphqlScope,
  type: SObjectType,
  input: unknown,
  info: GraphQLResolveInfo,
): { readonly Record: RecordSource | null } {
  const { deps, context } = scope.ui;
  const values = valuesOf(scope, type, input);
  const [result] = deps.org.dml.insert(type.name, [parseRecord(values, type)], { context, allOrNone: true });
  const id = requireSaved(result);
  scope.mutations.created(String(info.path.key), id);
  return { Record: readBack(scope, type, id, info) };
}

/** `AccountUpdate(input: { Id: "001...", Account: { Name: "Acme" } })` */
export function updateRecord(
  scope: GraphqlScope,
  type: SObjectType,
  input: unknown,
  info: GraphQLResolveInfo,
): { readonly success: true; readonly Record: RecordSource | null } {
  const { deps, context } = scope.ui;
  const id = idOf(scope, input);
  const record = { ...parseRecord(valuesOf(scope, type, input), type), Id: id };
  const [result] = deps.org.dml.update(type.name, [record], { context, allOrNone: true });
  requireSaved(result);
  return { success: true, Record: readBack(scope, type, id, info) };
}

/** `AccountDelete(input: { Id: "001..." })` */
export function deleteRecord(
  scope: GraphqlScope,
  type: SObjectType,
  input: unknown,
): { readonly Id: string } {
  const { deps, context } = scope.ui;
  const id = idOf(scope, input);
  if (deps.org.schema().findByKeyPrefix(id.slice(0, 3)) !== type) {
    throw new GraphQLError(`${id} is not an id of ${type.name}`);
  }
  const [result] = deps.org.dml.delete([id], { context, allOrNone: true });
  requireSaved(result);
  return { Id: id };
}

/** Values of the record, in which references to earlier operations are ids now. */
function valuesOf({ mutations }: GraphqlScope, type: SObjectType, input: unknown): Record<string, unknown> {
  const values = isJsonObject(input) ? input[type.name] : undefined;
  return Object.fromEntries(
    Object.entries(isJsonObject(values) ? values : {}).map(([name, value]) => [
      name,
      mutations.resolve(value),
    ]),
  );
}

function idOf({ mutations }: GraphqlScope, input: unknown): string {
  const id = mutations.resolve(isJsonObject(input) ? input['Id'] : undefined);
  return toId18(String(id));
}

function readBack(
  { ui }: GraphqlScope,
  type: SObjectType,
  id: string,
  info: GraphQLResolveInfo,
): RecordSource | null {
  const selections = info.fieldNodes.map(({ selectionSet }) => selectionSet);
  const tree = selectedTree(ui, type, info, selectionsBelow(info, selections, 'Record'));
  const row = readUiRecords(ui, tree, [id]).get(id);
  return row ? { type, row } : null;
}

function requireSaved(result: SaveResult | undefined): string {
  if (result?.success && result.id !== null) return result.id;
  const errors = result?.errors ?? [];
  throw new GraphQLError(errors.map(({ message }) => message).join('; ') || 'The record was not saved', {
    extensions: { ErrorType: 'ExecutionAborted', errors: errors.map(errorExtension) },
  });
}

function errorExtension({ statusCode, message, fields }: SaveError): Record<string, unknown> {
  return { errorCode: statusCode, message, fields };
}
