import type { Field, RollupDefinition, Schema, SObjectType } from '../schema';
import { compileFilter, type RecordFilter } from './filter-items';

/** A roll-up summary field of a parent, as the saves of its children see it. */
export interface RollupPlan {
  readonly parentType: SObjectType;
  readonly field: Field;
  readonly rollup: RollupDefinition;
  /** The child's field that points to the parent. */
  readonly foreignKey: string;
  readonly summarizedField: string | null;
  /** Fields of the child whose change can change the result, foreign key included. */
  readonly watched: readonly string[];
  /** Whether it reads formula fields, which may change through other records. */
  readonly readsFormulas: boolean;
  readonly filter: RecordFilter | null;
}

/** The roll-ups of all parents that count the records of a child object. */
export function rollupPlansOf(schema: Schema, child: SObjectType): RollupPlan[] {
  // Some standard lookups carry roll-ups as master-detail fields do: an opportunity's account.
  const parents = new Set(child.fields.flatMap((field) => field.relationship?.referenceTo ?? []));
  return [...parents].flatMap((name) => {
    const parentType = schema.find(name);
    return (parentType?.fields ?? []).flatMap((field) =>
      parentType && field.rollup?.childObject.toLowerCase() === child.name.toLowerCase()
        ? [rollupPlan(parentType, field, field.rollup, child)]
        : [],
    );
  });
}

function rollupPlan(
  parentType: SObjectType,
  field: Field,
  rollup: RollupDefinition,
  child: SObjectType,
): RollupPlan {
  const canonical = (name: string): string => child.field(name)?.name ?? name;
  const foreignKey = canonical(rollup.foreignKey);
  const summarizedField = rollup.summarizedField === undefined ? null : canonical(rollup.summarizedField);
  const filterFields = rollup.filters
    .flatMap((item) => [item.field, item.valueField ?? item.field])
    .map(canonical);
  const read = [...new Set([foreignKey, ...(summarizedField ? [summarizedField] : []), ...filterFields])];
  return {
    parentType,
    field,
    rollup,
    foreignKey,
    summarizedField,
    watched: read,
    readsFormulas: read.some((name) => child.field(name)?.formula !== undefined),
    filter: rollup.filters.length === 0 ? null : compileFilter(rollup.filters),
  };
}
