import {
  checkRecord,
  FieldIndex,
  rejectOrphans,
  unusableFields,
  type Mapping,
  type MigrationPlan,
} from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';

/** What the org's describe says about each step. */
export interface CheckedPlan {
  /** Fields by object. */
  readonly fields: ReadonlyMap<string, FieldIndex>;
  readonly warnings: readonly string[];
}

/**
 * Checks every planned record against the fields of the org before anything is sent.
 * @throws ConfigurationError `FIELD_NOT_IN_ORG`
 */
export async function checkPlan(
  org: SalesforceIntegration,
  mapping: Mapping,
  plan: MigrationPlan,
): Promise<CheckedPlan> {
  const fields = new Map<string, FieldIndex>();
  const warnings: string[] = [];
  for (const step of mapping.steps) {
    const index =
      fields.get(step.object) ?? new FieldIndex(step.object, (await org.describe(step.object)).fields);
    fields.set(step.object, index);
    const dropped = unusableFields(step, index);
    if (dropped.size > 0)
      warnings.push(
        `${step.object}: ${[...dropped].join(', ')} left out (not in the org, or not settable by this user)`,
      );
    for (const planned of plan.get(step.name)?.records ?? []) {
      for (const name of dropped) delete planned.record[name];
      if (planned.rejections.length === 0) planned.rejections.push(...checkRecord(planned.record, index));
    }
  }
  for (const stepPlan of plan.values()) rejectOrphans(stepPlan);
  return { fields, warnings };
}
