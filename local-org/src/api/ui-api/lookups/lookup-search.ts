import type { Field, SObjectType } from '../../../schema';
import { escapeLike, joined, SoqlBinds } from '../filters/soql-condition';
import { columnOf } from '../list-views/list-columns';
import { orderBy } from '../list-views/list-records';
import { addPaths, emptyFieldTree } from '../records/field-tree';
import { queryUiRecords } from '../records/query-records';
import { RecordRepresenter } from '../records/record-representation';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import { lookupFilterCondition, type SourceValues } from './lookup-filter';
import { secondaryField } from './lookup-metadata';

/** How a lookup is searched. */
export const SEARCH_TYPES = ['Recent', 'TypeAhead', 'Search'] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** What somebody looks for in a lookup. */
export interface LookupSearch {
  readonly searchType: SearchType;
  /** What was typed so far. */
  readonly term: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Values of the record that is edited, for filters that depend on them. */
  readonly source: SourceValues;
  /** `Name`, `-CreatedDate`; empty: by name. */
  readonly sortBy: readonly string[];
}

/** Characters that a term must have to be searched for. */
const MIN_CHARACTERS: Readonly<Record<SearchType, number>> = { Recent: 0, TypeAhead: 1, Search: 2 };
/** Characters with a meaning of their own in a search. */
const SOSL_RESERVED = /[?&|!{}[\]()^~*:\\"'+-]/g;
const MAX_MATCHES = 200;
/** Records that may be chosen of objects where not all may. */
const SELECTABLE: Readonly<Record<string, string>> = { User: 'IsActive = true' };

/**
 * A page of the records that may be chosen in a lookup: those viewed last, those whose name begins with the term, or
 * those that a search finds; of all of them only what the lookup's filter lets through.
 *
 * UNVERIFIED: a term that is too short finds nothing.
 */
export function searchLookup(
  ui: UiRequest,
  lookup: Field,
  target: SObjectType,
  search: LookupSearch,
): Record<string, unknown> {
  const { page, pageSize, sortBy } = search;
  const offset = (page - 1) * pageSize;
  const tree = emptyFieldTree(target);
  const name = target.nameField?.name ?? 'Id';
  const secondary = secondaryField(ui, target);
  addPaths(ui, tree, ['Id', name, ...(secondary === null ? [] : [secondary])], true);
  const binds = new SoqlBinds();
  const matches = matchCondition(ui, target, name, search, binds);
  const filter = lookup.relationship?.lookupFilter;
  const conditions = [
    matches,
    SELECTABLE[target.name],
    filter?.active ? lookupFilterCondition(ui, target, filter, search.source, binds) : undefined,
  ];
  const rows =
    matches === undefined
      ? []
      : queryUiRecords(ui, tree, {
          where: joined(
            'AND',
            conditions.filter((condition) => condition !== undefined),
          ),
          binds: binds.all,
          orderBy: orderBy(ui, target, sortBy.length > 0 ? sortBy : [name]),
          offset,
          limit: pageSize + 1,
        });
  const representer = new RecordRepresenter(ui);
  const url = `${ui.basePath}/lookups/${target.name}?searchType=${search.searchType}`;
  return recordPage(
    url,
    rows.map((row) => representer.record(row, tree)),
    { offset, pageSize },
  );
}

/** Undefined when nothing can be found. */
function matchCondition(
  ui: UiRequest,
  target: SObjectType,
  name: string,
  { searchType, term }: LookupSearch,
  binds: SoqlBinds,
): string | undefined {
  const text = term.trim();
  if (text.length < MIN_CHARACTERS[searchType]) return undefined;
  if (searchType === 'TypeAhead') return nameBegins(ui, target, name, text, binds);
  const ids = searchType === 'Recent' ? recentIds(ui, target) : foundIds(ui, target, text);
  const found = `Id IN ${binds.add(ids)}`;
  return searchType === 'Recent' && text !== ''
    ? `(${found} AND ${nameBegins(ui, target, name, text, binds)})`
    : found;
}

/** The name, or a word in it, begins with the term. */
function nameBegins(
  ui: UiRequest,
  target: SObjectType,
  name: string,
  term: string,
  binds: SoqlBinds,
): string {
  if (columnOf(ui, target, name) === undefined) return 'Id = null';
  const escaped = escapeLike(term);
  return `(${name} LIKE ${binds.add(`${escaped}%`)} OR ${name} LIKE ${binds.add(`% ${escaped}%`)})`;
}

function recentIds({ deps, context }: UiRequest, { definition }: SObjectType): string[] {
  return deps.org.recentItems.list(context.user.id, definition.keyPrefix).map(({ id }) => id);
}

function foundIds(ui: UiRequest, { name }: SObjectType, term: string): string[] {
  const words = term.replace(SOSL_RESERVED, '\\$&');
  const sosl = `FIND {${words}*} IN ALL FIELDS RETURNING ${name}(Id LIMIT ${MAX_MATCHES})`;
  return ui.deps.org.query.search(sosl, { context: ui.context }).flatMap(({ id }) => id ?? []);
}
