import type { ReportColumn } from '../report-type/report-type';
import type { PlannedColumn } from './planned-column';

/** The planned column of a column of the report type. */
export function fieldColumn(column: ReportColumn): PlannedColumn {
  const { name, label, table, field, valuePath, labelPath, isLink } = column;
  const picklist = field.picklist?.values;
  return {
    name,
    label,
    format: field,
    isLink,
    inputs: [[table, valuePath], ...(isLink ? [[table, labelPath] as const] : [])],
    order: picklist ? new Map(picklist.map(({ value }, index) => [value, index])) : null,
    valueLabels: picklist ? new Map(picklist.map(({ value, label: text }) => [value, text])) : null,
    value: (row) => row(table, valuePath),
    shown: (row) => row(table, labelPath),
  };
}
