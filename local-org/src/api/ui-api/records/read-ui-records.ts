import { ApiError } from '../../../core';
import type { ResultRecord } from '../../../query';
import type { SObjectType } from '../../../schema';
import { insufficientAccess } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import type { FieldTree } from './field-tree';
import { selectedPaths } from './select-fields';

/**
 * Reads records of one object by id, through SOQL in user mode: what the user may not see is not there.
 * @param childQueries subqueries of the SELECT clause: `(SELECT Id FROM Contacts LIMIT 5)`
 */
export function readUiRecords(
  ui: UiRequest,
  tree: FieldTree,
  ids: readonly string[],
  childQueries: readonly string[] = [],
): ReadonlyMap<string, ResultRecord> {
  const select = [...selectedPaths(tree), ...childQueries].join(', ');
  const soql = `SELECT ${select} FROM ${tree.type.name} WHERE Id IN :ids`;
  const { records } = ui.deps.org.query.query(soql, { context: ui.context, binds: { ids } });
  return new Map(records.map((record) => [record.id ?? '', record]));
}

/**
 * The error for a record that was not found: it is hidden from the user, or it is not there.
 * UNVERIFIED: that hidden records answer 403 and do not count as absent.
 */
export function recordNotReadable(ui: UiRequest, type: SObjectType, id: string): ApiError {
  const row = ui.deps.org.store.find(type, id);
  if (row && row['IsDeleted'] !== true) return insufficientAccess();
  return new ApiError('NOT_FOUND', 'The requested resource does not exist');
}
