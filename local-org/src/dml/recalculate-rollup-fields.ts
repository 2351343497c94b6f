import type { RunningUser } from '../execution';
import type { SObjectType } from '../schema';
import { quoteName } from '../storage';
import { rollupPlansOf, type RollupPlan } from './rollup-plan';
import { computeRollups } from './rollup-values';
import type { SaveServices } from './save-chunk';

/** Parents recomputed together. */
const PARENTS_PER_CHUNK = 200;

/**
 * Recomputes roll-up summary fields of all stored records of an object, without saving them: a deploy calls it for
 * fields that are new or changed.
 * @param fieldNames the roll-ups to recompute; all of the object's when absent
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_about_roll_up_summary_fields.htm
 */
export function recalculateRollupFields(
  services: Pick<SaveServices, 'schema' | 'store' | 'formulas'>,
  user: RunningUser,
  objectName: string,
  fieldNames?: readonly string[],
): void {
  const schema = services.schema();
  const parentType = schema.find(objectName);
  if (!parentType) return;
  const wanted = parentType.fields.filter(
    (field) => field.rollup && (fieldNames?.includes(field.name) ?? true),
  );
  const byChild = new Map<SObjectType, RollupPlan[]>();
  for (const field of wanted) {
    const child = schema.find(field.rollup?.childObject ?? '');
    const plan = child && rollupPlansOf(schema, child).find((candidate) => candidate.field === field);
    if (child && plan) byChild.set(child, [...(byChild.get(child) ?? []), plan]);
  }
  if (byChild.size === 0) return;
  const rows = services.store.prepare(`SELECT "Id" AS id FROM ${quoteName(parentType.name)}`).all() as {
    id: string;
  }[];
  for (let start = 0; start < rows.length; start += PARENTS_PER_CHUNK) {
    const ids = rows.slice(start, start + PARENTS_PER_CHUNK).map(({ id }) => id);
    const session = services.formulas.open(user);
    for (const [child, plans] of byChild) {
      for (const [id, values] of computeRollups(services, session, child, plans, ids)) {
        services.store.update(parentType, id, values);
      }
    }
  }
}
