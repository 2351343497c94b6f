import { booleanOf, objectOf, objectsOf, textOf, type MetadataObject } from '../../metadata';
import type { ValueSource } from './value-source';
import { readValueSource } from './value-source';

/** One condition of a decision: `{ left: '$Record.StageName', operator: 'EqualTo', right: ... }`. */
export interface FlowCondition {
  readonly left: string;
  readonly operator: string;
  readonly right: ValueSource;
}

/** Conditions and how they combine. */
export interface ConditionSet {
  /** `and`, `or`, `1 AND (2 OR 3)`; `formula_evaluates_to_true` with `formula`. */
  readonly logic: string;
  readonly conditions: readonly FlowCondition[];
  readonly formula?: string;
}

/** One filter on records: `{ field: 'AccountId', operator: 'EqualTo', value: ... }`. */
export interface RecordFilter {
  readonly field: string;
  readonly operator: string;
  readonly value: ValueSource;
}

/** Filters on records and how they combine. */
export interface RecordFilterSet {
  /** `and`, `or`, `no`, `1 AND (2 OR 3)`. */
  readonly logic: string;
  readonly filters: readonly RecordFilter[];
}

/** Reads the conditions of a rule or of a collection filter. */
export function conditionSetOf(content: MetadataObject): ConditionSet {
  const formula = textOf(content, 'formula');
  return {
    logic: textOf(content, 'conditionLogic') ?? 'and',
    conditions: objectsOf(content, 'conditions').map((condition) => ({
      left: textOf(condition, 'leftValueReference') ?? '',
      operator: textOf(condition, 'operator') ?? 'EqualTo',
      right: readValueSource(objectOf(condition, 'rightValue')),
    })),
    ...(formula !== undefined && { formula }),
  };
}

/** Reads the filters of a record element or of the start element. */
export function recordFiltersOf(content: MetadataObject): RecordFilterSet {
  return {
    logic: textOf(content, 'filterLogic') ?? 'and',
    filters: objectsOf(content, 'filters').map((filter) => ({
      field: textOf(filter, 'field') ?? '',
      operator: textOf(filter, 'operator') ?? 'EqualTo',
      value: readValueSource(objectOf(filter, 'value')),
    })),
  };
}

/** Whether the outcome or flow asks that the record was changed to meet its criteria. */
export function requiresChange(content: MetadataObject): boolean {
  return booleanOf(content, 'doesRequireRecordChangedToMeetCriteria');
}
