import type { Field, SObjectType } from '../../schema';
import { isStored, quoteName } from '../../storage';
import type { Source } from '../soql/binder/bound';
import { constant, joined, sql, type Sql } from '../soql/compiler/sql';
import type { SearchGroup } from './parse-sosl';
import { phrasePattern, type SearchTerm } from './search-term';

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'picklist',
  'combobox',
  'multipicklist',
]);

/** Which fields each group searches. */
const GROUP_FIELDS: Readonly<Record<SearchGroup, (field: Field) => boolean>> = {
  ALL: (field) => TEXT_TYPES.has(field.type),
  NAME: (field) => field.nameField || field.name === 'FirstName' || field.name === 'LastName',
  EMAIL: (field) => field.type === 'email',
  PHONE: (field) => field.type === 'phone',
};

/** The stored fields of an object that a search looks into. */
export function searchedFields(
  type: SObjectType,
  group: SearchGroup,
  canRead: (field: Field) => boolean,
): Field[] {
  return type.fields.filter((field) => isStored(field) && GROUP_FIELDS[group](field) && canRead(field));
}

/** Writes the condition that a record holds a term in one of its fields. */
export function compileSearch(term: SearchTerm, source: Source, fields: readonly Field[]): Sql {
  switch (term.kind) {
    case 'and':
    case 'or':
      return sql`(${joined(
        term.parts.map((part) => compileSearch(part, source, fields)),
        term.kind === 'and' ? ' AND ' : ' OR ',
      )})`;
    case 'not':
      return sql`(NOT ${compileSearch(term.part, source, fields)})`;
    case 'phrase': {
      if (fields.length === 0) return ['0'];
      const columns = fields.map((field): Sql => [`"${source.alias}".${quoteName(field.name)}`]);
      return sql`sf_search(${constant(phrasePattern(term.text))}, ${joined(columns, ', ')})`;
    }
  }
}
