import { ApiError } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { RestRequest } from '../../http/resource';
import { escapeLike, joined, SoqlBinds } from '../filters/soql-condition';
import { compactFields } from '../layouts/compact-layout';
import { addPaths, emptyFieldTree } from '../records/field-tree';
import { queryUiRecords } from '../records/query-records';
import { requireUiObject } from '../request/find-object';
import { listParameter, numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';

const LIMIT = { fallback: 5, min: 1, max: 10 };
const MIN_CHARACTERS = 3;

/**
 * Records whose name begins with what somebody has typed into the search field so far.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_suggest_records.htm
 */
export const SUGGESTION_RESOURCES: readonly UiResource[] = [
  { path: '/search/suggestions', GET: getSuggestions },
];

/** `?q=acme&sobject=Account,Contact&limit=5`. UNVERIFIED: the texts of the refusals. */
function getSuggestions(ui: UiRequest, { query }: RestRequest): unknown {
  const term = query.get('q')?.trim() ?? '';
  const objects = listParameter(query, 'sobject');
  if (term.length < MIN_CHARACTERS || objects.length === 0) {
    throw new ApiError('INVALID_SEARCH', 'q needs at least 3 characters, and sobject the name of an object');
  }
  const limit = numberParameter(query, 'limit', LIMIT);
  const found = objects.map((name) => suggestionsOf(ui, requireUiObject(ui, name), term, limit + 1));
  const all = found.flat();
  return {
    autoSuggestResults: all.slice(0, limit),
    hasMoreResults: all.length > limit,
    meta: { nameFields: objects.map((name) => nameField(requireUiObject(ui, name))) },
  };
}

function nameField(type: SObjectType): Record<string, unknown> {
  return { entityApiName: type.name, fieldApiName: type.nameField?.name ?? null };
}

function suggestionsOf(ui: UiRequest, type: SObjectType, term: string, limit: number): unknown[] {
  const name = type.nameField?.name;
  if (name === undefined) return [];
  const tree = emptyFieldTree(type);
  addPaths(ui, tree, ['Id', name, ...compactFields(ui, type, null)], true);
  const binds = new SoqlBinds();
  const escaped = escapeLike(term);
  const conditions = [`${escaped}%`, `% ${escaped}%`].map((pattern) => `${name} LIKE ${binds.add(pattern)}`);
  const rows = queryUiRecords(ui, tree, {
    where: joined('OR', conditions),
    binds: binds.all,
    orderBy: `${name}, Id`,
    offset: 0,
    limit,
  });
  return rows.map(({ id, fields }) => ({
    attributes: {
      type: type.name,
      url: `/services/data/v${ui.context.apiVersion}.0/sobjects/${type.name}/${id ?? ''}`,
    },
    ...Object.fromEntries([...tree.fields.keys()].map((field) => [field, fields[field] ?? null])),
  }));
}
