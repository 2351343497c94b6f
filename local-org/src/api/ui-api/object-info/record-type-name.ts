import { ApiError, toId18 } from '../../../core';
import { MASTER_RECORD_TYPE_ID, type SObjectType } from '../../../schema';
import type { UiRequest } from '../request/ui-request';

/**
 * The developer name of a record type; null for the master one.
 * @throws ApiError INVALID_ID_FIELD for an id that is none of the object's record types
 */
export function recordTypeName(ui: UiRequest, type: SObjectType, recordTypeId: string | null): string | null {
  if (recordTypeId === null || toId18(recordTypeId) === MASTER_RECORD_TYPE_ID) return null;
  const row = ui.deps.org.store
    .prepare('SELECT "DeveloperName" AS name FROM "RecordType" WHERE "SobjectType" = ? AND "Id" = ?')
    .get(type.name, toId18(recordTypeId));
  if (!row) throw new ApiError('INVALID_ID_FIELD', `${recordTypeId} is not a record type of ${type.name}`);
  return String(row['name']);
}
