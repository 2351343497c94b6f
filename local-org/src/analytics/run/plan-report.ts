import type { Schema } from '../../schema';
import type { ReportDefinition, ReportGrouping } from '../report/report-definition';
import type { ReportColumn, ReportType } from '../report-type/report-type';
import { resolveColumn } from '../report-type/resolve-column';
import { bucketColumn } from './bucket-column';
import { fieldColumn } from './field-column';
import type { PlannedColumn } from './planned-column';
import type { ReportMoment } from './report-formula';
import { rowFormulaColumn } from './row-formula-column';
import { columnSummary, ROW_COUNT, type PlannedSummary } from './summary';
import { compileSummaryFormula, type CompiledSummaryFormula } from './summary-formula';

/** A grouping and the column it groups by. */
export interface PlannedGrouping {
  readonly grouping: ReportGrouping;
  readonly column: PlannedColumn;
}

/** A report with its names resolved, without what the user may not read. */
export interface ReportPlan {
  readonly definition: ReportDefinition;
  readonly reportType: ReportType;
  readonly details: readonly PlannedColumn[];
  readonly down: readonly PlannedGrouping[];
  readonly across: readonly PlannedGrouping[];
  /** Numbers of every group, in the order of the answer: columns, formulas, the count of rows. */
  readonly summaries: readonly PlannedSummary[];
  readonly formulas: ReadonlyMap<string, CompiledSummaryFormula>;
  /** A column of the report type, if the user may read it. */
  fieldColumn(name: string): ReportColumn | undefined;
  /** A field of an object that a cross filter names, if the user may read it. */
  relatedColumn(objectName: string, path: string): ReportColumn | undefined;
  /** Any column by name: of the report type, a bucket field or a row formula. */
  column(name: string): PlannedColumn | undefined;
}

/** What a plan depends on besides the report. */
export interface PlanContext {
  readonly schema: Schema;
  readonly moment: ReportMoment;
  canRead(objectName: string, fieldName: string): boolean;
}

/**
 * Resolves the names of a report. Columns that are not there, or that the user may not read, are left out.
 * @throws FormulaError, UnsupportedFeatureError for formulas that do not compile; the deploy has checked them
 */
export function planReport(
  definition: ReportDefinition,
  reportType: ReportType,
  { schema, moment, canRead }: PlanContext,
): ReportPlan {
  const ifReadable = (column: ReportColumn | undefined): ReportColumn | undefined =>
    column?.reads.every(([objectName, field]) => canRead(objectName, field)) ? column : undefined;
  const readable = (name: string): ReportColumn | undefined => ifReadable(reportType.column(name));
  const columns = new Map<string, PlannedColumn | undefined>();
  const find = (name: string): PlannedColumn | undefined => {
    if (!columns.has(name)) columns.set(name, make(name));
    return columns.get(name);
  };
  const make = (name: string): PlannedColumn | undefined => {
    const bucket = definition.buckets.find((candidate) => candidate.name === name);
    const source = bucket && find(bucket.sourceColumn);
    if (bucket) return source && bucketColumn(bucket, source);
    const formula = definition.rowFormulas.find((candidate) => candidate.name === name);
    if (formula) return rowFormulaColumn(schema, formula, find, moment);
    const column = readable(name);
    return column && fieldColumn(column);
  };
  const grouped = (groupings: readonly ReportGrouping[]): PlannedGrouping[] =>
    groupings.flatMap((grouping) => {
      const column = find(grouping.field);
      return column ? [{ grouping, column }] : [];
    });
  const formulas = definition.summaryFormulas.map((formula) => compileSummaryFormula(schema, formula));
  return {
    definition,
    reportType,
    details: definition.columns.flatMap(({ field }) => find(field) ?? []),
    down: grouped(definition.groupingsDown),
    across: grouped(definition.groupingsAcross),
    summaries: [
      ...definition.columns.flatMap(({ field, summaries }) => {
        const column = find(field);
        return column ? summaries.map((kind) => columnSummary(kind, column)) : [];
      }),
      ...formulas.map(formulaSummary),
      ROW_COUNT,
    ],
    formulas: new Map(formulas.map((formula) => [formula.definition.name, formula])),
    fieldColumn: readable,
    relatedColumn: (objectName, path) =>
      ifReadable(
        resolveColumn(schema, { objectName, prefix: objectName, join: null }, path, { name: path, table: 0 }),
      ),
    column: find,
  };
}

function formulaSummary({ definition }: CompiledSummaryFormula): PlannedSummary {
  const { name, label, dataType, scale } = definition;
  return {
    name,
    label,
    reference: { kind: 'Formula', name },
    format: { type: dataType === 'number' ? 'double' : dataType, scale },
    column: null,
  };
}
