import { UnsupportedFeatureError } from '../../core';
import type { Schema } from '../../schema';
import type { FieldType } from '../../schema';
import type { RowFormula } from '../report/report-definition';
import { translateFormula } from './formula-tokens';
import type { PlannedColumn, RowReader } from './planned-column';
import { compileReportFormula, type ReportMoment } from './report-formula';

/** Data types of row formulas and the field types whose values they have. */
const RESULT_TYPES: Readonly<Record<string, FieldType>> = {
  Double: 'double',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Text: 'string',
  Date: 'date',
  DateTime: 'datetime',
};

/**
 * The planned column of a row formula.
 * @param column finds the report's other columns by name
 * @throws FormulaError when the formula does not compile
 * @see https://help.salesforce.com/s/articleView?id=sf.reports_formulas_row_level.htm
 */
export function rowFormulaColumn(
  schema: Schema,
  rowFormula: RowFormula,
  column: (name: string) => PlannedColumn | undefined,
  moment: ReportMoment,
): PlannedColumn {
  const { name, label, formula, dataType, scale } = rowFormula;
  const type = RESULT_TYPES[dataType];
  if (!type) throw new UnsupportedFeatureError(`Row formula ${name} of type ${dataType}`);
  const { source, fields } = translateFormula(formula, (token) => column(token) !== undefined);
  const columns = new Map(
    [...fields].map(([token, fieldName]) => [fieldName, column(token) as PlannedColumn]),
  );
  const inputs = [...columns].map(([fieldName, { isLink, format }]) => ({
    fieldName,
    type: isLink ? ('string' as const) : format.type,
  }));
  const compute = compileReportFormula(schema, source, inputs);
  const value = (row: RowReader): ReturnType<PlannedColumn['value']> => {
    const result = compute((fieldName) => columns.get(fieldName)?.shown(row) ?? null, moment);
    return type === 'percent' && typeof result === 'number' ? result * 100 : result;
  };
  return {
    name,
    label,
    format: { type, scale },
    isLink: false,
    inputs: [...columns.values()].flatMap((source) => source.inputs),
    order: null,
    valueLabels: null,
    value,
    shown: value,
  };
}
