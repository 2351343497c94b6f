import { ApiError, isRecordId } from '../../../core';
import type { RestRequest } from '../../http/resource';
import { NO_CONTENT } from '../../http/responses';
import { batchResults } from '../request/batch';
import { requireUiObject } from '../request/find-object';
import { listParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import { UiAnswer, type UiHandler, type UiResource } from '../request/ui-resource';
import { withEtag } from '../values/etag';
import { findListView, findListViewById, type ListView } from './find-list-view';
import { listCollection } from './list-collection';
import { listInfo, listOrder, listReference, orderedBy } from './list-info';
import { listColumns } from './list-columns';
import { listInfoInput } from './list-info-input';
import { listObjectInfo } from './list-object-info';
import { columnPreferences, preferencesName, storedPreferences, updatePreferences } from './list-preferences';
import { listRecords } from './list-records';
import { listRecordsBody, listRecordsParameters } from './list-records-query';
import { createListView, deleteListView, updateListView } from './write-list-view';

type FindView = (ui: UiRequest, parameters: Readonly<Record<string, string>>) => ListView;

const byName: FindView = (ui, { object = '', name = '' }) => findListView(ui, object, name);
const byId: FindView = (ui, { object: id = '' }) => findListViewById(ui, id);
const recent: FindView = (ui, { object = '' }) => findListView(ui, object, '__Recent');

const infoOf =
  (find: FindView): UiHandler =>
  (ui, { parameters }) =>
    listInfo(ui, find(ui, parameters));

const recordsOf =
  (find: FindView): UiHandler =>
  (ui, { parameters, query }) =>
    listRecords(ui, find(ui, parameters), listRecordsParameters(query));

/** Metadata and records in one answer. */
const uiOf =
  (find: FindView): UiHandler =>
  (ui, { parameters, query }) => {
    const view = find(ui, parameters);
    return withEtag({
      info: listInfo(ui, view),
      records: listRecords(ui, view, listRecordsParameters(query)),
    });
  };

/** A path of one part names a list view by its id, or an object, whose list views are listed then. */
const byIdOr =
  (ofView: UiHandler, ofObject: UiHandler): UiHandler =>
  (ui, request) =>
    isRecordId(request.parameters['object'] ?? '') ? ofView(ui, request) : ofObject(ui, request);

/**
 * List views: what they are, their records, and what users set for them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_list_views.htm
 */
export const LIST_VIEW_RESOURCES: readonly UiResource[] = [
  { path: '/list-info/batch', GET: getBatch },
  { path: '/list-info/:object', GET: byIdOr(infoOf(byId), listCollection), POST: postInfo },
  { path: '/list-info/:object/recent', GET: listCollection },
  { path: '/list-info/:object/:name', GET: infoOf(byName), PATCH: patchInfo, DELETE: deleteInfo },
  { path: '/list-records/:object', GET: recordsOf(byId) },
  { path: '/list-records/:object/:name', GET: recordsOf(byName), POST: postRecords },
  { path: '/list-ui/:object', GET: byIdOr(uiOf(byId), listCollection) },
  { path: '/list-ui/:object/:name', GET: uiOf(byName) },
  { path: '/mru-list-info/:object', GET: infoOf(recent) },
  { path: '/mru-list-records/:object', GET: recordsOf(recent) },
  { path: '/mru-list-ui/:object', GET: uiOf(recent) },
  {
    path: '/list-object-info/:object',
    GET: (ui, { parameters }) => listObjectInfo(ui, requireUiObject(ui, parameters['object'] ?? '')),
  },
  { path: '/list-preferences/:object/:name', GET: getPreferences, PATCH: patchPreferences },
];

/** List views by their ids, or by names with their objects: `?names=Account.AllAccounts`. */
function getBatch(ui: UiRequest, { query }: RestRequest): unknown {
  const names = listParameter(query, 'names');
  if (names.length === 0) {
    return batchResults(listParameter(query, 'ids'), (id) => listInfo(ui, findListViewById(ui, id)));
  }
  return batchResults(names, (fullName) => {
    const [object = '', name = ''] = fullName.split('.');
    return listInfo(ui, findListView(ui, object, name));
  });
}

/** UNVERIFIED: the status of the answer. */
function postInfo(ui: UiRequest, { parameters, body }: RestRequest): UiAnswer {
  const type = requireUiObject(ui, parameters['object'] ?? '');
  const view = createListView(ui, type, listInfoInput(body.json()));
  return new UiAnswer({ status: 201, body: listInfo(ui, view) });
}

function patchInfo(ui: UiRequest, { parameters, body }: RestRequest): unknown {
  const input = listInfoInput(body.json());
  if (input.listViewApiName !== undefined && input.listViewApiName !== parameters['name']) {
    throw new ApiError('INVALID_PARAMETER_VALUE', 'The API name of a list view cannot be changed');
  }
  return listInfo(ui, updateListView(ui, byName(ui, parameters), input));
}

function deleteInfo(ui: UiRequest, { parameters }: RestRequest): UiAnswer {
  deleteListView(ui, byName(ui, parameters));
  return new UiAnswer(NO_CONTENT);
}

function postRecords(ui: UiRequest, { parameters, body }: RestRequest): unknown {
  return listRecords(ui, byName(ui, parameters), listRecordsBody(body.json()));
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_preferences.htm */
function getPreferences(ui: UiRequest, { parameters }: RestRequest): unknown {
  const view = byName(ui, parameters);
  const { type, definition } = view;
  const preferences = storedPreferences(ui, 'listPreferences', preferencesName(view));
  return {
    ...columnPreferences(preferences, listColumns(ui, type, definition.columns)),
    listReference: listReference(view),
    orderedBy: listOrder(ui, view).map((order) => orderedBy(ui, type, order)),
  };
}

function patchPreferences(ui: UiRequest, request: RestRequest): unknown {
  const view = byName(ui, request.parameters);
  updatePreferences(ui, 'listPreferences', preferencesName(view), request.body.json());
  return getPreferences(ui, request);
}
