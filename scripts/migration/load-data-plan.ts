import {
  countOutcomes,
  FieldIndex,
  upsertChanged,
  type UpsertCounts,
  type UpsertOutcome,
} from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import { ConfigurationError, InterruptedError, type FieldValue } from '../shared';
import type { PlanEntry, PlanRecord } from './data-plan';

/** External id field by which seed records are recognised. */
const KEY_FIELD = 'External_Id__c';

/** What became of the records of a plan. */
export interface SeedResult extends UpsertCounts {
  readonly objects: readonly (UpsertCounts & { readonly object: string })[];
  readonly rejections: readonly UpsertOutcome[];
}

/**
 * Loads a plan in its order; references become external ids, so that a repeated run makes no duplicates.
 * @throws ConfigurationError `PLAN_KEY_MISSING`, `PLAN_REFERENCE_UNKNOWN`; InterruptedError between objects
 */
export async function loadDataPlan(
  org: SalesforceIntegration,
  plan: readonly PlanEntry[],
  signal?: AbortSignal,
): Promise<SeedResult> {
  const keys = new Map<string, string>();
  for (const { sobject, records } of plan)
    for (const record of records) keys.set(record.referenceId, keyOf(sobject, record));
  const all: UpsertOutcome[] = [];
  const objects: (UpsertCounts & { object: string })[] = [];
  for (const { sobject, records } of plan) {
    if (signal?.aborted) throw new InterruptedError();
    const fields = new FieldIndex(sobject, (await org.describe(sobject)).fields);
    const resolved = records.map((record) => resolve(record, keys, fields));
    const outcomes = await upsertChanged(
      org,
      { object: sobject, keyField: KEY_FIELD, records: resolved },
      signal ? { signal } : {},
    );
    all.push(...outcomes);
    objects.push({ object: sobject, ...countOutcomes(outcomes) });
  }
  return { ...countOutcomes(all), objects, rejections: all.filter(({ status }) => status === 'rejected') };
}

function keyOf(sobject: string, record: PlanRecord): string {
  const key = record.values[KEY_FIELD];
  if (typeof key === 'string' && key !== '') return key;
  throw new ConfigurationError('PLAN_KEY_MISSING', `${sobject} ${record.referenceId} has no ${KEY_FIELD}`, {
    actions: [`Give every record of the plan a ${KEY_FIELD}: without it a second run would make duplicates`],
  });
}

function resolve(
  record: PlanRecord,
  keys: ReadonlyMap<string, string>,
  fields: FieldIndex,
): Record<string, FieldValue> {
  const resolved: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(record.values)) {
    const facts = fields.find(name);
    if (typeof value !== 'string' || !value.startsWith('@') || facts?.type !== 'reference') {
      resolved[name] = value;
      continue;
    }
    const key = keys.get(value.slice(1));
    if (key === undefined || !facts.relationshipName) {
      throw new ConfigurationError(
        'PLAN_REFERENCE_UNKNOWN',
        `${record.referenceId}.${name} refers to ${value}, which the plan does not hold`,
      );
    }
    resolved[facts.relationshipName] = { [KEY_FIELD]: key };
  }
  return resolved;
}
