import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';

/**
 * Checks restricted dependent picklists against their controlling field. A controlling checkbox counts as
 * `true` or `false`.
 *
 * UNVERIFIED: that the API enforces the dependency for restricted picklists.
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_about_dependent_fields.htm
 */
export function checkDependentPicklists(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  for (const { field, controllingField, validFor } of chunk.plan.dependentPicklists) {
    for (const record of records) {
      const value = record.get(field.name);
      if (value === null || (!record.changes(field.name) && !record.changes(controllingField.name))) continue;
      const controlling = record.get(controllingField.name);
      const bad = String(value)
        .split(';')
        .find((part) => validFor.get(part)?.has(String(controlling)) === false);
      if (bad !== undefined) record.fail(saveErrors.badPicklistValue(field, bad));
    }
  }
}
