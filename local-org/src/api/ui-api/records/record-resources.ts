import { batchResults } from '../request/batch';
import { requireTarget } from '../request/find-object';
import { listParameter, numberParameter } from '../request/parameters';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';
import type { RestRequest } from '../../http/resource';
import { childQuery, childTree } from './child-relationships';
import { addPaths, emptyFieldTree } from './field-tree';
import { getRecord } from './get-records';
import { readUiRecords, recordNotReadable } from './read-ui-records';
import { pathsOf, readRecordQuery, requireFieldChoice } from './record-query';
import { saveBatch } from './record-batches';
import { RecordRepresenter } from './record-representation';
import { createUiRecord, deleteUiRecord, updateUiRecord } from './save-records';
import { recordUi } from './record-ui';

const CHILD_PAGE = { fallback: 5, min: 1, max: 2000 };
const OFFSET = { fallback: 0, min: 0, max: 2000 };

/**
 * Records: read, created, changed and deleted, one or many; with their layouts; the children of one.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_get.htm
 */
export const RECORD_RESOURCES: readonly UiResource[] = [
  { path: '/records', POST: createUiRecord },
  { path: '/records/:id', GET: getOne, PATCH: updateUiRecord, DELETE: deleteUiRecord },
  { path: '/records/batch', POST: saveBatch },
  { path: '/records/batch/:ids', GET: getBatch },
  { path: '/records/:id/child-relationships/:relationship', GET: getChildren },
  {
    path: '/record-ui/:ids',
    GET: (ui, { parameters, query }) => recordUi(ui, idsOf(parameters['ids']), readRecordQuery(query)),
  },
];

function getOne(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const wanted = readRecordQuery(query);
  requireFieldChoice(wanted);
  return getRecord(ui, parameters['id'] ?? '', wanted);
}

function getBatch(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const wanted = readRecordQuery(query);
  requireFieldChoice(wanted);
  return batchResults(idsOf(parameters['ids']), (id) => getRecord(ui, id, wanted));
}

function idsOf(text = ''): string[] {
  return text.split(',').map((id) => id.trim());
}

/** One page of the children behind a relationship. */
function getChildren(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const { type, id } = requireTarget(ui, parameters['id'] ?? '');
  const child = childTree(ui, type, parameters['relationship'] ?? '');
  addPaths(ui, child.tree, pathsOf(child.tree.type, listParameter(query, 'fields')), false);
  addPaths(ui, child.tree, pathsOf(child.tree.type, listParameter(query, 'optionalFields')), true);
  const pageSize = numberParameter(query, 'pageSize', CHILD_PAGE);
  const page = numberParameter(query, 'page', OFFSET);
  const offset = numberParameter(query, 'pageToken', { ...OFFSET, fallback: page * pageSize });
  const row = readUiRecords(ui, emptyFieldTree(type), [id], [childQuery(child, offset + pageSize)]).get(id);
  if (!row) throw recordNotReadable(ui, type, id);
  const list = row.fields[child.relationshipName];
  const rows = typeof list === 'object' && list !== null && 'records' in list ? list.records : [];
  const representer = new RecordRepresenter(ui);
  const url = `${ui.basePath}/records/${id}/child-relationships/${child.relationshipName}`;
  return recordPage(
    url,
    rows.slice(offset).map((record) => representer.record(record, child.tree)),
    { offset, pageSize },
  );
}
