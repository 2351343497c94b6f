import { keyPrefixOf, type RecordValues } from '../../core';
import type { SObjectType } from '../../schema';
import { computeRollups } from '../rollup-values';
import type { RollupPlan } from '../rollup-plan';
import type { SaveServices } from '../save-chunk';
import type { SaveError, SaveOptions, SaveResult } from '../types';

/** A child record whose change may move a parent's roll-up. */
export interface RollupChild {
  readonly values: Readonly<RecordValues>;
  readonly prior: Readonly<RecordValues> | null;
  /** Count it as changed whatever its fields say: inserted, deleted, undeleted, saved recursively. */
  readonly always: boolean;
  fail(error: SaveError): void;
}

/** What roll-ups need of the save they belong to. */
export interface RollupContext {
  readonly type: SObjectType;
  readonly rollups: readonly RollupPlan[];
  readonly services: SaveServices;
  readonly options: SaveOptions;
  /** Saves parents with the computed values. */
  saveParents(objectName: string, records: readonly RecordValues[]): SaveResult[];
}

/**
 * Recomputes the roll-up summary fields of the parents that the children touch. Parents whose values change go
 * through a save of their own (rules, triggers, then the grandparents' roll-ups); what refuses a parent refuses its
 * children.
 *
 * UNVERIFIED: that LastModifiedDate of the parent moves too.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function recalculateRollups(context: RollupContext, children: readonly RollupChild[]): void {
  const byParentType = new Map<SObjectType, RollupPlan[]>();
  for (const rollup of context.rollups) {
    byParentType.set(rollup.parentType, [...(byParentType.get(rollup.parentType) ?? []), rollup]);
  }
  for (const [parentType, rollups] of byParentType)
    recalculateParents(context, parentType, rollups, children);
}

function recalculateParents(
  context: RollupContext,
  parentType: SObjectType,
  rollups: readonly RollupPlan[],
  children: readonly RollupChild[],
): void {
  const touching = new Map<string, RollupChild[]>();
  for (const child of children) {
    for (const id of touchedParents(child, rollups)) {
      if (parentType.definition.keyPrefix !== keyPrefixOf(id)) continue;
      const own = touching.get(id) ?? [];
      touching.set(id, own);
      own.push(child);
    }
  }
  if (touching.size === 0) return;
  const { services } = context;
  const session = services.formulas.open(context.options.context.user);
  const computed = computeRollups(services, session, context.type, rollups, [...touching.keys()]);
  const compared = [...rollups.map(({ field }) => field.name), 'Id', 'IsDeleted'];
  const fields = compared.flatMap((name) => parentType.field(name) ?? []);
  const stored = services.store.findAll(parentType, touching.keys(), fields);
  const changed = [...computed].flatMap(([id, values]) => {
    const parent = stored.get(id);
    const differs =
      parent &&
      parent['IsDeleted'] !== true &&
      Object.entries(values).some(([name, value]) => parent[name] !== value);
    return differs ? [{ Id: id, ...values }] : [];
  });
  if (changed.length === 0) return;
  context.saveParents(parentType.name, changed).forEach((result, position) => {
    for (const child of touching.get(String(changed[position]?.Id)) ?? [])
      for (const error of result.errors) child.fail(error);
  });
}

function touchedParents(child: RollupChild, rollups: readonly RollupPlan[]): Set<string> {
  const ids = new Set<string>();
  for (const { watched, foreignKey, readsFormulas } of rollups) {
    const changed =
      child.always || readsFormulas || watched.some((name) => child.values[name] !== child.prior?.[name]);
    if (!changed) continue;
    for (const id of [child.values[foreignKey], child.prior?.[foreignKey]])
      if (typeof id === 'string') ids.add(id);
  }
  return ids;
}
