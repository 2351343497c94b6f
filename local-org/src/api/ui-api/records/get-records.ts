import type { SObjectType } from '../../../schema';
import { requireTarget } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import { childCollections, childQuery, childTrees } from './child-relationships';
import { readUiRecords, recordNotReadable } from './read-ui-records';
import { queriedFields, type RecordQuery } from './record-query';
import { RecordRepresenter, type RecordRepresentation } from './record-representation';

/**
 * Reads one record with the fields that a query wants.
 * @throws ApiError INVALID_ID_FIELD, INSUFFICIENT_ACCESS, NOT_FOUND, INVALID_FIELD
 */
export function getRecord(ui: UiRequest, recordId: string, query: RecordQuery): RecordRepresentation {
  const { type, id } = requireTarget(ui, recordId);
  const tree = queriedFields(ui, type, recordTypeIdOf(ui, type, id), query);
  const children = childTrees(ui, type, query.childRelationships);
  const childQueries = children.map((child) => childQuery(child, query.pageSize));
  const row = readUiRecords(ui, tree, [id], childQueries).get(id);
  if (!row) throw recordNotReadable(ui, type, id);
  if (query.updateMru) ui.deps.org.recentItems.add(ui.context.user.id, id);
  const representer = new RecordRepresenter(ui);
  const collections = childCollections(ui, representer, row, children, query.pageSize);
  return representer.record(row, tree, collections);
}

/** The record type of a stored record, which decides on its layout; null when it has none. */
export function recordTypeIdOf(ui: UiRequest, type: SObjectType, id: string): string | null {
  if (type.definition.recordTypes.length === 0) return null;
  const row = ui.deps.org.store.find(type, id);
  return (row?.['RecordTypeId'] as string | null | undefined) ?? null;
}
