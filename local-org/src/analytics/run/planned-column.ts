import type { FieldValue } from '../../core';
import type { FormattedField } from '../../query';

/** A row of a report as its columns read it: values by SOQL path from the row's object; null where there is none. */
export type RowReader = (table: number, path: string) => FieldValue;

/** A column of a report that is about to run: a field, a bucket field or a row formula. */
export interface PlannedColumn {
  readonly name: string;
  readonly label: string;
  /** How its values are written, and what they are. */
  readonly format: FormattedField;
  /** Whether its value is the id of a record and its label that record's name. */
  readonly isLink: boolean;
  /** What its rows are queried by, as (table, path) pairs. */
  readonly inputs: readonly (readonly [table: number, path: string])[];
  /** Values in the order in which they sort, where that is not the alphabet: picklists, buckets. */
  readonly order: ReadonlyMap<string, number> | null;
  /** Labels of its values, where they differ: picklists. */
  readonly valueLabels: ReadonlyMap<string, string> | null;
  value(row: RowReader): FieldValue;
  /** The name behind a link; the value itself otherwise. */
  shown(row: RowReader): FieldValue;
}
