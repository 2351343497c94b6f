import type { FieldValue } from '../core';
import type { ReportPlan } from './run/plan-report';

/** A value of a report and how it is shown; `-` stands for blank. */
export interface ReportCell {
  readonly value: FieldValue;
  readonly label: string;
}

/** A group of an answer, with those inside it. */
export interface ReportGroup extends ReportCell {
  /** `0_1`: the second group inside the first. */
  readonly key: string;
  readonly groups: readonly ReportGroup[];
}

/** What a report says of a group of rows and a group of columns. */
export interface ReportFact {
  /** In the order of the plan's summaries. */
  readonly summaries: readonly { readonly value: number | null; readonly label: string }[];
  /** Cells of the plan's detail columns, row by row. */
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A report that has been run. */
export interface ReportResult {
  readonly plan: ReportPlan;
  readonly groupingsDown: readonly ReportGroup[];
  readonly groupingsAcross: readonly ReportGroup[];
  /** By group of rows and group of columns: `0_1!T`. */
  readonly facts: ReadonlyMap<string, ReportFact>;
  readonly hasDetailRows: boolean;
  /** Whether every row is listed; false when there are more than the API answers. */
  readonly allData: boolean;
  /** Rows that were counted. */
  readonly rowCount: number;
}
