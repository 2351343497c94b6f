import { ApiError } from '../../../core';
import type { RestRequest } from '../../http/resource';
import { isJsonObject } from '../../rest/record-input';
import { columnPreferences, storedPreferences, updatePreferences } from '../list-views/list-preferences';
import { listColumns } from '../list-views/list-columns';
import { orderedBy } from '../list-views/list-info';
import {
  listRecordsBody,
  listRecordsParameters,
  type ListRecordsQuery,
} from '../list-views/list-records-query';
import { batchResults } from '../request/batch';
import { requireUiObject } from '../request/find-object';
import { listParameter, numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';
import { findRelatedList, type RelatedList, type RelatedListParent } from './related-list';
import {
  preferencesName,
  relatedListInfo,
  relatedListOrder,
  relatedListSummaries,
} from './related-list-info';
import { listOfRecord, relatedListCount, relatedListRecords } from './related-list-records';

const MAX_COUNT = { fallback: 999, min: 1, max: 1999 };

/**
 * Related lists: what they are, their records and counts, what users set for them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_related_lists.htm
 */
export const RELATED_LIST_RESOURCES: readonly UiResource[] = [
  {
    path: '/related-list-info/:object',
    GET: (ui, request) => relatedListSummaries(ui, parentOf(ui, request)),
  },
  { path: '/related-list-info/:object/:list', GET: getInfo, PATCH: patchInfo },
  { path: '/related-list-info/batch/:object/:lists', GET: getInfos },
  { path: '/related-list-records/:id/:list', GET: getRecords, POST: postRecords },
  { path: '/related-list-records/batch/:id', POST: postRecordBatch },
  { path: '/related-list-records/batch/:id/:lists', GET: getRecordBatch },
  { path: '/related-list-count/:id/:list', GET: getCount },
  { path: '/related-list-count/batch/:id/:lists', GET: getCounts },
  { path: '/related-list-preferences/:preferences', GET: getPreferences, PATCH: patchPreferences },
  { path: '/related-list-preferences/batch/:preferences', GET: getPreferenceBatch },
];

function parentOf(ui: UiRequest, { parameters, query }: RestRequest): RelatedListParent {
  return { type: requireUiObject(ui, parameters['object'] ?? ''), recordTypeId: query.get('recordTypeId') };
}

function getInfo(ui: UiRequest, request: RestRequest): unknown {
  const list = findRelatedList(ui, parentOf(ui, request), request.parameters['list'] ?? '');
  const { query } = request;
  return relatedListInfo(ui, list, {
    fields: listParameter(query, 'fields'),
    restrictColumnsToLayout: query.get('restrictColumnsToLayout')?.toLowerCase() !== 'false',
  });
}

function getInfos(ui: UiRequest, request: RestRequest): unknown {
  const parent = parentOf(ui, request);
  return simplified(request.parameters['lists'], (id) =>
    relatedListInfo(ui, findRelatedList(ui, parent, id)),
  );
}

/** `{ orderedByInfo: [...], userPreferences: { columnWidths, columnWrap } }` */
function patchInfo(ui: UiRequest, request: RestRequest): unknown {
  const list = findRelatedList(ui, parentOf(ui, request), request.parameters['list'] ?? '');
  const body = request.body.json();
  const input = isJsonObject(body) ? body : {};
  const preferences = isJsonObject(input['userPreferences']) ? input['userPreferences'] : {};
  updatePreferences(ui, 'relatedListPreferences', preferencesName(list), {
    ...preferences,
    orderedBy: input['orderedByInfo'],
  });
  return relatedListInfo(ui, list);
}

function getRecords(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  return recordsOf(ui, parameters, parameters['list'] ?? '', listRecordsParameters(query));
}

function postRecords(ui: UiRequest, { parameters, body }: RestRequest): unknown {
  return recordsOf(ui, parameters, parameters['list'] ?? '', listRecordsBody(body.json()));
}

function getRecordBatch(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const wanted = listRecordsParameters(query);
  return simplified(parameters['lists'], (id) => recordsOf(ui, parameters, id, wanted));
}

/** `{ relatedListParameters: [{ relatedListId: 'Contacts', fields: [...] }] }` */
function postRecordBatch(ui: UiRequest, { parameters, body }: RestRequest): unknown {
  const input = body.json();
  const lists = isJsonObject(input) ? input['relatedListParameters'] : undefined;
  if (!Array.isArray(lists)) throw new ApiError('JSON_PARSER_ERROR', 'relatedListParameters must be a list');
  const { results } = batchResults(lists as unknown[], (entry) => {
    const id = isJsonObject(entry) ? entry['relatedListId'] : undefined;
    if (typeof id !== 'string') throw new ApiError('JSON_PARSER_ERROR', 'relatedListId must be a text');
    return recordsOf(ui, parameters, id, listRecordsBody(entry));
  });
  return { results };
}

function recordsOf(
  ui: UiRequest,
  parameters: Readonly<Record<string, string>>,
  listId: string,
  query: ListRecordsQuery,
): unknown {
  return relatedListRecords(ui, listOfRecord(ui, parameters['id'] ?? '', listId), query);
}

function getCount(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const list = listOfRecord(ui, parameters['id'] ?? '', parameters['list'] ?? '');
  return relatedListCount(ui, list, numberParameter(query, 'maxCount', MAX_COUNT));
}

function getCounts(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const maxCount = numberParameter(query, 'maxCount', MAX_COUNT);
  return simplified(parameters['lists'], (id) =>
    relatedListCount(ui, listOfRecord(ui, parameters['id'] ?? '', id), maxCount),
  );
}

function getPreferences(ui: UiRequest, { parameters }: RestRequest): unknown {
  return preferencesOf(ui, parameters['preferences'] ?? '');
}

function getPreferenceBatch(ui: UiRequest, { parameters }: RestRequest): unknown {
  return simplified(parameters['preferences'], (id) => preferencesOf(ui, id));
}

function patchPreferences(ui: UiRequest, request: RestRequest): unknown {
  const id = request.parameters['preferences'] ?? '';
  updatePreferences(
    ui,
    'relatedListPreferences',
    preferencesName(listOfPreferences(ui, id)),
    request.body.json(),
  );
  return preferencesOf(ui, id);
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_user_preferences.htm */
function preferencesOf(ui: UiRequest, id: string): unknown {
  const list = listOfPreferences(ui, id);
  const stored = storedPreferences(ui, 'relatedListPreferences', preferencesName(list));
  return {
    ...columnPreferences(stored, listColumns(ui, list.type, list.columns)),
    orderedBy: relatedListOrder(ui, list).map((order) => orderedBy(ui, list.type, order)),
    preferencesId: id,
  };
}

/** The related list that preferences belong to: `Account.Contacts` or, as layouts name it, `Account.RelatedContactList`. */
function listOfPreferences(ui: UiRequest, id: string): RelatedList {
  const point = id.indexOf('.');
  const type = requireUiObject(ui, id.slice(0, Math.max(point, 0)));
  return findRelatedList(ui, { type, recordTypeId: null }, id.slice(point + 1));
}

/** Batches of related lists say of each part how it went, and nothing of the whole. */
function simplified(ids = '', work: (id: string) => unknown): unknown {
  const { results } = batchResults(
    ids.split(',').map((id) => id.trim()),
    work,
  );
  return { results };
}
