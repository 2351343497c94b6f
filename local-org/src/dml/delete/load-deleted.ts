import { saveErrors } from '../save-errors';
import type { Deletion } from './deletion';

/** Reads the records to delete. A record deleted before is refused, one that went in this call's cascade is not. */
export function loadDeleted(deletion: Deletion): void {
  const ids = deletion.records.flatMap((record) => record.id ?? []);
  const stored = deletion.services.store.findAll(deletion.type, ids);
  for (const record of deletion.records) {
    const values = stored.get(record.id ?? '');
    if (!values) record.fail(saveErrors.invalidCrossReference());
    else if (values['IsDeleted'] === true) record.fail(saveErrors.deleted());
    else {
      record.values = values;
      record.prior = values;
    }
  }
}
