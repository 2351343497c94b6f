import { parse } from 'csv-parse/sync';
import type { FieldValue, RecordData } from '../shared';

/** How Bulk API 2.0 is told to clear a field; an empty cell leaves it alone. */
const NULL_CELL = '#N/A';

/**
 * The columns of rows, in order of first appearance; a parent reference becomes `Account.External_Id__c`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_csv_rel_field_header_row.htm
 */
export function bulkColumns(records: readonly RecordData[]): string[] {
  const columns = new Set<string>();
  for (const record of records)
    for (const [field, value] of Object.entries(record)) columnsOf(field, value, columns);
  return [...columns];
}

function columnsOf(field: string, value: FieldValue | undefined, columns: Set<string>): void {
  if (value === undefined) return;
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) columns.add(`${field}.${key}`);
  } else {
    columns.add(field);
  }
}

/** The cells of one record as text, in the order of the columns. */
export function bulkCells(record: RecordData, columns: readonly string[]): string[] {
  return columns.map((column) => {
    const direct = record[column];
    if (direct !== undefined) return direct === null ? NULL_CELL : String(direct);
    const dot = column.indexOf('.');
    if (dot < 0) return '';
    const parent = record[column.slice(0, dot)];
    return parent !== null && typeof parent === 'object' ? (parent[column.slice(dot + 1)] ?? '') : '';
  });
}

/** Quotes a cell where comma, quote, line end or an outer space asks for it. */
export function quoteCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Writes rows as the CSV of an ingest job: comma, LF, header first. */
export function writeBulkCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((cells) => cells.map(quoteCell).join(','));
  return `${lines.join('\n')}\n`;
}

/** Reads a result file of a job (LF or CRLF) into objects by column name. */
export function readBulkCsv(text: string): Record<string, string>[] {
  if (text.trim() === '') return [];
  return parse(text, { columns: true, bom: true, skip_empty_lines: true }) as unknown as Record<
    string,
    string
  >[];
}
