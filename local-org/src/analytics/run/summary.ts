import type { FieldValue } from '../../core';
import type { FormattedField } from '../../query';
import type { SummaryKind, SummaryReference } from '../report/report-definition';
import type { PlannedColumn, RowReader } from './planned-column';

/** A number that a report gives for every group. */
export interface PlannedSummary {
  /** As the API names it: `s!AMOUNT`, `RowCount`, `FORMULA1`. */
  readonly name: string;
  readonly label: string;
  readonly reference: SummaryReference;
  readonly format: FormattedField;
  /** The summed column; null for counts and formulas. */
  readonly column: PlannedColumn | null;
}

/** Letters of summaries in the names that the API gives them, and their words. */
const KINDS: Readonly<Record<SummaryKind, { readonly code: string; readonly label: string }>> = {
  Sum: { code: 's', label: 'Sum of' },
  Average: { code: 'a', label: 'Average' },
  Maximum: { code: 'mx', label: 'Largest' },
  Minimum: { code: 'm', label: 'Smallest' },
  Unique: { code: 'u', label: 'Unique Count of' },
  Median: { code: 'med', label: 'Median' },
};

/**
 * A summary of a column.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_getbasic_reportmetadata.htm
 */
export function columnSummary(kind: SummaryKind, column: PlannedColumn): PlannedSummary {
  const { code, label } = KINDS[kind];
  return {
    name: `${code}!${column.name}`,
    label: `${label} ${column.label}`,
    reference: { kind, column: column.name },
    format: kind === 'Unique' ? { type: 'int', scale: 0 } : column.format,
    column,
  };
}

/** The count of rows. */
export const ROW_COUNT: PlannedSummary = {
  name: 'RowCount',
  label: 'Record Count',
  reference: { kind: 'RowCount' },
  format: { type: 'int', scale: 0 },
  column: null,
};

/** Collects what a summary needs of a group's rows, and answers it. */
export interface Accumulator {
  add(row: RowReader): void;
  /** The number; null when no row has a value, though the sum of nothing is zero. */
  value(): number | null;
}

/** Starts to sum up a column. Checkboxes count as one when ticked. */
export function accumulator(kind: SummaryKind, column: PlannedColumn): Accumulator {
  const numbers: NumberCollector = COLLECTORS[kind]();
  return {
    add: (row) => {
      const value = kind === 'Unique' ? column.value(row) : numberOf(column.value(row));
      if (value !== null) numbers.add(value);
    },
    value: () => numbers.value(),
  };
}

function numberOf(value: FieldValue): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : null;
}

interface NumberCollector {
  add(value: Exclude<FieldValue, null>): void;
  value(): number | null;
}

const COLLECTORS: Readonly<Record<SummaryKind, () => NumberCollector>> = {
  Sum: () => folding((sum, value) => sum + value, 0),
  Maximum: () => folding((largest, value) => Math.max(largest, value)),
  Minimum: () => folding((smallest, value) => Math.min(smallest, value)),
  Average: () => {
    let sum = 0;
    let count = 0;
    return {
      add: (value) => {
        sum += Number(value);
        count += 1;
      },
      value: () => (count === 0 ? null : sum / count),
    };
  },
  Unique: () => {
    const seen = new Set<FieldValue>();
    return { add: (value) => seen.add(value), value: () => seen.size };
  },
  Median: () => {
    const values: number[] = [];
    return { add: (value) => values.push(Number(value)), value: () => median(values) };
  },
};

function folding(
  fold: (result: number, value: number) => number,
  initial: number | null = null,
): NumberCollector {
  let result = initial;
  return {
    add: (value) => {
      result = result === null ? Number(value) : fold(result, Number(value));
    },
    value: () => result,
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper;
}
