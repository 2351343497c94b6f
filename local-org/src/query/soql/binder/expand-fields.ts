import type { FieldPath, SelectItem } from '../syntax/ast';
import { queryableField } from './resolve-path';
import type { Scope } from './scope';

/**
 * The fields that FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM) stand for: those the user may read.
 * @throws ApiError MALFORMED_QUERY when there is none
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_fields.htm
 */
export function expandFields(scope: Scope, item: Extract<SelectItem, { kind: 'fields' }>): FieldPath[] {
  const { type } = scope.root;
  const { context } = scope;
  const fields = type.fields.filter(
    (field) =>
      (item.group === 'ALL' || field.custom === (item.group === 'CUSTOM')) &&
      queryableField(type, field.name) !== undefined &&
      context.settings.canRead(type.name, field.name),
  );
  if (fields.length === 0) {
    throw context.error(
      'MALFORMED_QUERY',
      item.offset,
      `'FIELDS(${item.group})' expansion function must result in at least one field`,
    );
  }
  return fields.map((field) => ({ kind: 'path', names: [field.name], offset: item.offset }));
}
