import type { FieldValue, RecordValues } from '../core';
import type { FormulaSession } from '../execution';
import type { Schema, SObjectType } from '../schema';
import { isStored, type RecordStore } from '../storage';
import type { RollupPlan } from './rollup-plan';

/** What roll-ups are computed from. */
export interface RollupServices {
  schema(): Schema;
  readonly store: RecordStore;
}

/**
 * Computes roll-up summary fields of parents from their stored children.
 *
 * Answers new values by parent id: `{ '001...': { Open_Items__c: 3 } }`. An empty sum or count is 0, an empty
 * minimum or maximum null.
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_about_roll_up_summary_fields.htm
 */
export function computeRollups(
  services: RollupServices,
  session: FormulaSession,
  child: SObjectType,
  rollups: readonly RollupPlan[],
  parentIds: readonly string[],
): Map<string, RecordValues> {
  const results = new Map(parentIds.map((id): [string, RecordValues] => [id, {}]));
  const foreignKeys = new Set(rollups.map((rollup) => rollup.foreignKey));
  for (const foreignKey of foreignKeys) {
    const own = rollups.filter((rollup) => rollup.foreignKey === foreignKey);
    const children = readChildren(services, child, own, foreignKey, parentIds);
    for (const rollup of own) {
      for (const [parentId, rows] of children) {
        const values = results.get(parentId);
        if (values) values[rollup.field.name] = aggregate(session, child, rollup, rows);
      }
    }
  }
  return results;
}

/** Reads only the columns that count, unless a formula field is among them. */
function readChildren(
  services: RollupServices,
  child: SObjectType,
  rollups: readonly RollupPlan[],
  foreignKey: string,
  parentIds: readonly string[],
): Map<string, RecordValues[]> {
  const watched = new Set(['IsDeleted', ...rollups.flatMap((rollup) => rollup.watched)]);
  const fields = child.fields.filter(
    (field) => isStored(field) && (rollups.some((rollup) => rollup.readsFormulas) || watched.has(field.name)),
  );
  const key = fields.find((field) => field.name === foreignKey);
  if (!key) return new Map();
  const rows = services.store.findBy(child, key, parentIds, fields);
  const byParent = new Map(parentIds.map((id): [string, RecordValues[]] => [id, []]));
  for (const row of rows) if (row['IsDeleted'] !== true) byParent.get(String(row[foreignKey]))?.push(row);
  return byParent;
}

function aggregate(
  session: FormulaSession,
  child: SObjectType,
  plan: RollupPlan,
  rows: readonly RecordValues[],
): FieldValue {
  const records = rows.map((row) => session.record(child, row));
  const { filter, summarizedField } = plan;
  const counted = filter
    ? records.filter((record) => filter((path) => record.get(child.field(path)?.name ?? path)))
    : records;
  if (plan.rollup.operation === 'count') return counted.length;
  const values = counted.map((record) => record.get(summarizedField ?? '')).filter((value) => value !== null);
  if (plan.rollup.operation === 'sum') return sum(values, plan.field.scale);
  const sorted = values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return (plan.rollup.operation === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
}

/** Adds in whole units of the last decimal, so that 517.45 + 334.98 + 246.00 is 1098.43. */
function sum(values: readonly FieldValue[], scale: number): number {
  const total = values.reduce<number>((running, value) => running + Number(value), 0);
  return Number(total.toFixed(Math.max(scale, 0)));
}
