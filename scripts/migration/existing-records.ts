import type { MappingStep } from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import type { QueryRow } from '../shared';
import type { KeyScope } from './key-scope';

/** The records of a step that the org already holds, by external id in lower case. */
export async function existingRecords(
  org: SalesforceIntegration,
  step: MappingStep,
  scope: KeyScope,
  paths: readonly string[],
): Promise<Map<string, QueryRow>> {
  const found = new Map<string, QueryRow>();
  const { sum, groupBy } = step.reconcile;
  const fields = [...new Set(['Id', step.key.field, ...paths, ...sum, ...(groupBy ? [groupBy] : [])])].join(
    ', ',
  );
  for (const condition of scope.conditions) {
    for await (const row of org.query(`SELECT ${fields} FROM ${step.object} WHERE ${condition}`)) {
      found.set(String(row[step.key.field]).toLowerCase(), row);
    }
  }
  return found;
}
