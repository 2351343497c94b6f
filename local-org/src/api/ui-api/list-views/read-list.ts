import type { ResultRecord } from '../../../query';
import { joined } from '../filters/soql-condition';
import type { FieldTree } from '../records/field-tree';
import { queryUiRecords, type RecordSelection } from '../records/query-records';
import type { UiRequest } from '../request/ui-request';

/** Which records of an object are in a list. */
export interface ListSelection extends RecordSelection {
  /** What formula fields must have, as SOQL; undefined when the list does not filter by any. */
  readonly computed: string | undefined;
}

/** Records that are looked at first, and how many more with each further round. */
const FIRST_ROUND = 200;
const GROWTH = 4;
const MAX_ROUND = 5_000;

/**
 * Reads a page of a list. Formula fields are computed for each record that they are asked of, so that a list that
 * filters by them takes its records in their order and stops when the page is full.
 */
export function readList(ui: UiRequest, tree: FieldTree, selection: ListSelection): readonly ResultRecord[] {
  const { computed, where, binds, orderBy, offset, limit } = selection;
  if (computed === undefined) return queryUiRecords(ui, tree, selection);
  const candidates = candidateIds(ui, tree, selection);
  const found: ResultRecord[] = [];
  let size = Math.max(FIRST_ROUND, offset + limit);
  for (let start = 0; start < candidates.length && found.length < offset + limit;) {
    const ids = candidates.slice(start, start + size);
    const rows = queryUiRecords(ui, tree, {
      where: joined('AND', [`Id IN :ids`, ...(where === undefined ? [] : [where]), computed]),
      binds: { ...binds, ids },
      orderBy,
      offset: 0,
      limit: ids.length,
    });
    for (const row of rows) found.push(row);
    start += size;
    size = Math.min(size * GROWTH, MAX_ROUND);
  }
  return found.slice(offset, offset + limit);
}

/** Ids of the records that meet the conditions on stored fields, in the order of the list. */
function candidateIds(
  ui: UiRequest,
  { type }: FieldTree,
  { where, binds, orderBy }: ListSelection,
): string[] {
  const soql = `SELECT Id FROM ${type.name}${where === undefined ? '' : ` WHERE ${where}`} ORDER BY ${orderBy}`;
  const { records } = ui.deps.org.query.query(soql, { context: ui.context, binds });
  return records.flatMap(({ id }) => id ?? []);
}
