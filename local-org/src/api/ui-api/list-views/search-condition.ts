import { ApiError } from '../../../core';
import type { FieldType, SObjectType } from '../../../schema';
import { escapeLike, joined, type SoqlBinds } from '../filters/soql-condition';
import type { ListColumn } from './list-columns';

const SEARCHED_TYPES: ReadonlySet<FieldType> = new Set([
  'string',
  'email',
  'phone',
  'url',
  'picklist',
  'combobox',
]);
const MIN_CHARACTERS = 2;

/**
 * Records of a list that a search term finds: one of the list's text columns contains it. `*` and `?` stand for any
 * characters and for one.
 * UNVERIFIED: code and text for a term of less than two characters.
 * @throws ApiError MALFORMED_SEARCH
 */
export function searchCondition(
  type: SObjectType,
  columns: readonly ListColumn[],
  term: string,
  binds: SoqlBinds,
): string | undefined {
  const trimmed = term.trim();
  if (trimmed.length < MIN_CHARACTERS) {
    throw new ApiError('MALFORMED_SEARCH', 'The search term must have at least 2 characters');
  }
  const variable = binds.add(`%${escapeLike(trimmed).replaceAll('*', '%').replaceAll('?', '_')}%`);
  const searched = columns.filter(({ field }) => SEARCHED_TYPES.has(field.type) && field.filterable);
  const paths = searched.map(({ path }) => path);
  const name = type.nameField?.name;
  return joined(
    'OR',
    [...new Set([...(name === undefined ? [] : [name]), ...paths])].map((path) => `${path} LIKE ${variable}`),
  );
}
