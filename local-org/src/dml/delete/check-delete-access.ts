import { saveErrors } from '../save-errors';
import type { Deletion } from './deletion';

/**
 * Refuses objects that cannot be deleted and, in user mode, records without delete access.
 * UNVERIFIED: the text for objects that cannot be deleted.
 * @see https://help.salesforce.com/s/articleView?id=sf.security_data_access.htm
 */
export function checkDeleteAccess(deletion: Deletion): void {
  const { type, records, options, services } = deletion;
  const { user, mode } = options.context;
  if (!type.definition.capabilities.deletable) {
    for (const record of records) record.fail(saveErrors.entityCannotBe('deleted', type.definition.label));
    return;
  }
  if (mode === 'system') return;
  const ids = records.flatMap((record) => record.id ?? []);
  const allowed = services.access.objectAccess(user, type.name).delete
    ? services.access.accessibleIds(user, type.name, ids, 'delete')
    : new Set<string>();
  for (const record of records) if (!allowed.has(record.id ?? '')) record.fail(saveErrors.noAccessToRecord());
}
