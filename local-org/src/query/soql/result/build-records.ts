import type { FieldValue } from '../../../core';
import type { SqlValue } from '../../../storage';
import type { QueryResult, ResultRecord, ResultValue } from '../../types';
import type { FormatContext } from './format-value';
import type { FieldPlan, RecordPlan } from './result-plan';

export type Row = readonly SqlValue[];
/** Child lists by parent id, one map for each child subquery. */
export type ChildLists = readonly ReadonlyMap<string, QueryResult>[];

/** Turns rows into records. */
export class RecordBuilder {
  constructor(
    private readonly children: ChildLists,
    private readonly context: FormatContext,
  ) {}

  /** The record of a row. */
  record(plan: RecordPlan, row: Row): ResultRecord {
    const id = plan.idColumn < 0 ? null : (row[plan.idColumn] as string | null);
    const fields: Record<string, ResultValue> = {};
    for (const field of plan.fields) fields[field.key] = this.value(field, row, id);
    return { type: plan.typeName, id, fields };
  }

  private value(field: FieldPlan, row: Row, id: string | null): ResultValue {
    switch (field.kind) {
      case 'value': {
        const value = row[field.column] as SqlValue;
        return field.decode ? field.decode(value, this.context) : value;
      }
      case 'compound':
        return compoundValue(field, row);
      case 'parent':
        return this.parent(field.plan, row);
      case 'children':
        return (id === null ? undefined : this.children[field.index]?.get(id)) ?? null;
      case 'typeof':
        return this.typeof(field, row);
    }
  }

  private parent(plan: RecordPlan, row: Row): ResultRecord | null {
    if (row[plan.idColumn] === null) return null;
    if (plan.visibleColumn >= 0 && row[plan.visibleColumn] !== 1) return this.hiddenParent(plan, row);
    return this.record(plan, row);
  }

  /**
   * Of a parent that sharing hides, only id and name are answered, and nothing when the name was not asked for.
   * UNVERIFIED: conditions and ORDER BY read hidden parents all the same.
   */
  private hiddenParent(plan: RecordPlan, row: Row): ResultRecord | null {
    const kept = plan.fields.filter((field) => field.kind === 'value' && field.keptWhenHidden);
    if (!kept.some((field) => field.key !== 'Id')) return null;
    return this.record({ ...plan, fields: kept }, row);
  }

  private typeof(field: Extract<FieldPlan, { kind: 'typeof' }>, row: Row): ResultRecord | null {
    const plan = field.branches.find((branch) => row[branch.idColumn] !== null) ?? field.otherwise;
    return plan && this.parent(plan, row);
  }
}

function compoundValue(field: Extract<FieldPlan, { kind: 'compound' }>, row: Row): ResultValue {
  const compound: Record<string, FieldValue> = {};
  let empty = true;
  for (const { name, column } of field.parts) {
    const value = row[column] as SqlValue;
    compound[name] = value;
    if (value !== null) empty = false;
  }
  return empty ? null : { compound };
}
