import { restrictedBySharing } from '../../execution';
import { saveErrors } from '../save-errors';
import type { Deletion } from './deletion';

/**
 * Refuses records without delete access: the object's in user mode, the record's where sharing counts.
 * @see https://help.salesforce.com/s/articleView?id=sf.security_data_access.htm
 */
export function checkDeleteAccess(deletion: Deletion): void {
  const { type, records, options, services } = deletion;
  const { context } = options;
  const { user } = context;
  if (!restrictedBySharing(context)) return;
  const ids = records.flatMap((record) => record.id ?? []);
  const objectAllowed = context.mode === 'system' || services.access.objectAccess(user, type.name).delete;
  const allowed = objectAllowed
    ? services.access.accessibleIds(user, type.name, ids, 'delete')
    : new Set<string>();
  for (const record of records) if (!allowed.has(record.id ?? '')) record.fail(saveErrors.noAccessToRecord());
}
