import type { Schema } from '../../schema';
import { isSummaryKind } from '../report/read-report';
import type { SummaryFormula, SummaryKind } from '../report/report-definition';
import { refuseGroupFunctions, translateFormula } from './formula-tokens';
import { compileReportFormula, type ReportFormula } from './report-formula';

/** `AMOUNT:SUM` */
const SUMMARY_TOKEN = /^(.+):(SUM|AVG|MAX|MIN|UNIQUE|MEDIAN)$/;

const KINDS: Readonly<Record<string, SummaryKind>> = {
  SUM: 'Sum',
  AVG: 'Average',
  MAX: 'Maximum',
  MIN: 'Minimum',
  UNIQUE: 'Unique',
  MEDIAN: 'Median',
};

/** `PARENTGROUPVAL(AMOUNT:SUM, GRAND_SUMMARY)`, `PREVGROUPVAL(RowCount, CLOSE_DATE, 2)` */
const GROUP_FUNCTION =
  /\b(PARENTGROUPVAL|PREVGROUPVAL)\s*\(\s*([\w.$]+(?::[A-Z]+)?)\s*,\s*([\w.$]+)\s*(?:,\s*([\w.$]+)\s*)?\)/gi;

/** A number that a formula reads: of its own group, of a group above it, or of one before it. */
export interface SummaryInput {
  readonly fieldName: string;
  /** What is summed up; null for the count of rows. */
  readonly summary: { readonly kind: SummaryKind; readonly column: string } | null;
  /** The grouping above whose group it is read from: `GRAND_SUMMARY` or a column's name; null for the own group. */
  readonly parentGrouping: string | null;
  /** How many groups before the own one, along a grouping; null for the own group. */
  readonly previous: { readonly grouping: string; readonly distance: number } | null;
}

/** A summary formula that is ready to run. */
export interface CompiledSummaryFormula {
  readonly definition: SummaryFormula;
  readonly inputs: readonly SummaryInput[];
  readonly compute: ReportFormula;
}

/**
 * Compiles a summary formula.
 * @throws FormulaError when it does not compile
 * @throws UnsupportedFeatureError for PARENTGROUPVAL and PREVGROUPVAL of more than one summary, or with two groupings
 * @see https://help.salesforce.com/s/articleView?id=sf.reports_summary_functions_about.htm
 */
export function compileSummaryFormula(schema: Schema, definition: SummaryFormula): CompiledSummaryFormula {
  const inputs: SummaryInput[] = [];
  const withoutGroups = definition.formula.replace(
    GROUP_FUNCTION,
    (_call, name: string, token: string, grouping: string, last: string | undefined) => {
      const isPrevious = name.toUpperCase() === 'PREVGROUPVAL';
      if (!isPrevious && last !== undefined) refuseGroupFunctions(definition.formula, definition.name);
      const fieldName = `G${inputs.length}__c`;
      inputs.push({
        fieldName,
        summary: summaryOf(token),
        parentGrouping: isPrevious ? null : grouping,
        previous: isPrevious ? { grouping, distance: Number(last ?? 1) } : null,
      });
      return fieldName;
    },
  );
  refuseGroupFunctions(withoutGroups, definition.name);
  const { source, fields } = translateFormula(
    withoutGroups,
    (token) => token === 'RowCount' || SUMMARY_TOKEN.test(token),
  );
  for (const [token, fieldName] of fields)
    inputs.push({ fieldName, summary: summaryOf(token), parentGrouping: null, previous: null });
  const compute = compileReportFormula(
    schema,
    source,
    inputs.map(({ fieldName }) => ({ fieldName, type: 'double' })),
  );
  return { definition, inputs, compute };
}

function summaryOf(token: string): SummaryInput['summary'] {
  const [, column = '', code = ''] = SUMMARY_TOKEN.exec(token) ?? [];
  const kind = KINDS[code];
  return kind && isSummaryKind(kind) ? { kind, column } : null;
}
