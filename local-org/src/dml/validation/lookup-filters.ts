import type { FieldValue } from '../../core';
import { readPath, type FormulaSession } from '../../execution';
import type { FormulaRecord } from '../../formula';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { ReferencePlan } from '../save-plan';
import type { SaveRecord } from '../save-record';

/**
 * Checks changed lookups against their required filters. Filter fields read the record found
 * (`Account.Industry`), the record saved (`$Source.Region__c`) or the user (`$User.Country`).
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_lookup_filters.htm
 */
export function checkLookupFilters(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  const session = chunk.services.formulas.open(chunk.options.context.user);
  for (const plan of chunk.plan.references) {
    if (!plan.filter) continue;
    for (const record of records) {
      if (record.failed || record.get(plan.field.name) === null || !record.changes(plan.field.name)) continue;
      if (!passes(chunk, session, plan, record)) record.fail(saveErrors.filterNotMatched(plan.field));
    }
  }
}

function passes(chunk: SaveChunk, session: FormulaSession, plan: ReferencePlan, record: SaveRecord): boolean {
  const source = session.record(chunk.type, record.values);
  const found = source.parent(plan.field.relationship?.relationshipName ?? '');
  if (!found || !plan.filter) return true;
  return plan.filter((path) => readFilterField(session, path, source, found));
}

function readFilterField(
  session: FormulaSession,
  path: string,
  source: FormulaRecord,
  found: FormulaRecord,
): FieldValue {
  const [head = '', ...rest] = path.split('.');
  if (head === '$Source') return readPath(source, rest);
  if (head.startsWith('$')) return session.environment(source, null, false).global([head, ...rest]);
  // The first part names the object of the record found, unless the path is a field of it alone.
  return readPath(found, rest.length === 0 ? [head] : rest);
}
