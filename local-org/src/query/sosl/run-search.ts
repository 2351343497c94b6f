import { ApiError } from '../../core';
import type { RequestContext } from '../../execution';
import type { Field, Schema, SObjectType } from '../../schema';
import type { Source } from '../soql/binder/bound';
import type { Sql } from '../soql/compiler/sql';
import type { ResultRecord } from '../types';
import { compileSearch, searchedFields } from './compile-search';
import { parseSosl, type ReturningItem, type SoslSearch } from './parse-sosl';
import { parseSearchTerm } from './search-term';

/** Most records of one search. */
const MAX_SEARCH_ROWS = 2_000;

/** What a search needs of the query engine. */
export interface SearchPorts {
  readonly schema: Schema;
  readonly context: RequestContext;
  bind(text: string): unknown;
  canRead(objectName: string, fieldName: string): boolean;
  canReadObject(objectName: string): boolean;
  /** Runs a query with a further condition on its object. */
  run(soql: string, search: (root: Source) => Sql): readonly ResultRecord[];
}

/**
 * Runs a search: the objects of RETURNING one after the other, until the limit is reached.
 * An object that is named twice gives one list.
 * @throws ApiError MALFORMED_SEARCH
 */
export function runSearch(sosl: string, ports: SearchPorts): ResultRecord[] {
  const search = parseSosl(sosl);
  const term = parseSearchTerm(termText(search, ports));
  const limit = rowLimit(search, ports);
  const found = new Map<string, ResultRecord>();
  for (const { soql } of search.returning ?? everyObject(ports)) {
    const condition = (root: Source): Sql =>
      compileSearch(
        term,
        root,
        searchedFields(root.type, search.group, (field) => readable(ports, root.type, field)),
      );
    for (const record of ports.run(soql, condition)) {
      if (found.size >= limit) break;
      if (record.id !== null && !found.has(record.id)) found.set(record.id, record);
    }
  }
  return [...found.values()];
}

function readable(ports: SearchPorts, type: SObjectType, field: Field): boolean {
  return ports.context.mode === 'system' || ports.canRead(type.name, field.name);
}

function termText({ term }: SoslSearch, ports: SearchPorts): string {
  const text = term.kind === 'text' ? term.text : ports.bind(term.text);
  if (typeof text !== 'string' || text.trim() === '') {
    throw new ApiError('MALFORMED_SEARCH', 'search term must be longer than one character: ');
  }
  return text;
}

function rowLimit({ limit }: SoslSearch, ports: SearchPorts): number {
  if (!limit) return MAX_SEARCH_ROWS;
  const rows = Number(limit.kind === 'number' ? limit.text : ports.bind(limit.text));
  return Math.min(rows, MAX_SEARCH_ROWS);
}

/** Without RETURNING the ids of all searchable objects are answered. */
function everyObject(ports: SearchPorts): ReturningItem[] {
  return [...ports.schema.all()]
    .filter(({ name, definition: { capabilities } }) => {
      const readableObject = ports.context.mode === 'system' || ports.canReadObject(name);
      return capabilities.searchable && capabilities.queryable && readableObject;
    })
    .map(({ name }) => ({ objectName: name, soql: `SELECT Id FROM ${name}` }));
}
