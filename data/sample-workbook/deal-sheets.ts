import type { Workbook, Worksheet } from 'exceljs';
import type { Cell, DealColumn, DealRow } from './deal-row';
import { DEAL_COLUMNS } from './deal-row';
import type { PlacedRow } from './expected';
import type { SeededRandom } from './random';

const HEADER_ROW = 3;
/** Columns worked out by formulas, after those that people fill. */
const DERIVED_COLUMNS = ['Weighted', 'Close Quarter'];
/** Archived deals have only the columns of the old list. */
const ARCHIVE_COLUMNS = DEAL_COLUMNS.slice(0, 8);
const NOTES = [
  'ask Dana',
  'moved twice already',
  'price from 2025 list',
  'check with legal',
  'old contract',
  'double?',
];

/** Rows of the sheet that hold no deal, by kind; for the expected result. */
export interface SkippedRows {
  readonly title: number;
  readonly blank: number;
  readonly repeatedHeader: number;
  readonly total: number;
}

function writeCells(sheet: Worksheet, rowNumber: number, cells: readonly Cell[]): void {
  cells.forEach((value, index) => {
    if (value === null) return;
    const cell = sheet.getCell(rowNumber, index + 1);
    cell.value = value;
    if (value instanceof Date)
      cell.numFmt = value.getTime() % 86_400_000 === 0 ? 'dd-mm-yyyy' : 'dd-mm-yyyy hh:mm';
  });
}

function writeHeader(sheet: Worksheet, rowNumber: number, columns: readonly string[]): void {
  writeCells(sheet, rowNumber, columns);
  sheet.getRow(rowNumber).font = { bold: true };
}

/** Weighted value and quarter as formulas with the results a spreadsheet program would have kept. */
function writeFormulas(sheet: Worksheet, rowNumber: number, row: DealRow): void {
  const { 'Close Value': value, Probability: probability, 'Close Date': closeDate } = row.cells;
  const n = String(rowNumber);
  if (typeof value === 'number' && typeof probability === 'number' && value * probability !== 0) {
    sheet.getCell(rowNumber, 13).value = { formula: `H${n}*I${n}`, result: value * probability };
  }
  if (closeDate instanceof Date) {
    const quarter = `Q${String(Math.floor(closeDate.getUTCMonth() / 3) + 1)} ${String(closeDate.getUTCFullYear())}`;
    sheet.getCell(rowNumber, 14).value = {
      formula: `"Q"&ROUNDUP(MONTH(G${n})/3,0)&" "&YEAR(G${n})`,
      result: quarter,
    };
  }
}

/** Merges the account cells of rows that stand together and name the same account. */
function mergeAccounts(sheet: Worksheet, groups: readonly (readonly PlacedRow[])[]): void {
  for (const group of groups) {
    const numbers = group.map((row) => Number(row.place.split('!')[1]));
    sheet.mergeCells(`D${String(Math.min(...numbers))}:D${String(Math.max(...numbers))}`);
    for (const row of group) row.faults.push('account-cells-merged');
  }
}

function writeTotal(sheet: Worksheet, rowNumber: number, first: number, label: string): void {
  const result = sheet
    .getColumn(8)
    .values.slice(first)
    .reduce<number>((sum, value) => (typeof value === 'number' ? sum + value : sum), 0);
  sheet.getCell(rowNumber, 1).value = label;
  sheet.getCell(rowNumber, 8).value = { formula: `SUM(H${String(first)}:H${String(rowNumber - 1)})`, result };
  sheet.getRow(rowNumber).font = { bold: true };
}

/**
 * Writes the Opportunities sheet: a title over merged cells, a remark, the header in row 3, rows with blank rows and a
 * repeated header among them, a total at the end. `mergeable` are groups of rows that are to share an account cell.
 */
export function writeOpportunities(
  workbook: Workbook,
  rows: readonly DealRow[],
  mergeable: readonly (readonly DealRow[])[],
  random: SeededRandom,
): { placed: PlacedRow[]; skipped: SkippedRows } {
  const sheet = workbook.addWorksheet('Opportunities', { views: [{ state: 'frozen', ySplit: HEADER_ROW }] });
  sheet.getCell('A1').value = 'Pipeline overview (kept by Kevin, status 13 Nov 2026)';
  sheet.mergeCells('A1:N1');
  sheet.getCell('A2').value =
    'Please do not sort. Open deals get value and close date when the quote is out.';
  writeHeader(sheet, HEADER_ROW, [...DEAL_COLUMNS, ...DERIVED_COLUMNS]);
  sheet.getColumn(9).numFmt = '0%';

  const blankAfter = new Set([120, 121, 260, 400, 499].filter((index) => index < rows.length));
  const headerAfter = 300;
  const merged = new Set(mergeable.flat());
  let rowNumber = HEADER_ROW;
  const placed = rows.map((row, index): PlacedRow => {
    rowNumber += 1;
    writeCells(
      sheet,
      rowNumber,
      DEAL_COLUMNS.map((column: DealColumn) => row.cells[column]),
    );
    writeFormulas(sheet, rowNumber, row);
    const place = `Opportunities!${String(rowNumber)}`;
    if (blankAfter.has(index)) rowNumber += 1;
    if (index === headerAfter) writeHeader(sheet, (rowNumber += 1), [...DEAL_COLUMNS, ...DERIVED_COLUMNS]);
    return { ...row, place };
  });
  const groups = mergeable.map((group) =>
    placed.filter((row) => group.some((one) => one.cells === row.cells)),
  );
  mergeAccounts(sheet, groups);
  for (const [index, row] of random
    .sample(
      placed.filter((one) => !merged.has(one)),
      NOTES.length,
    )
    .entries()) {
    sheet.getCell(Number(row.place.split('!')[1]), 8).note = NOTES[index] ?? '';
    row.faults.push('cell-note');
  }
  writeTotal(sheet, rowNumber + 2, HEADER_ROW + 1, 'TOTAL');
  return { placed, skipped: { title: 2, blank: blankAfter.size + 1, repeatedHeader: 1, total: 1 } };
}

/** Writes the hidden sheet with the deals that were closed in 2024. */
export function writeArchive(workbook: Workbook, rows: readonly DealRow[]): PlacedRow[] {
  const sheet = workbook.addWorksheet('Archive 2024', { state: 'hidden' });
  writeHeader(sheet, 1, ARCHIVE_COLUMNS);
  return rows.map((row, index): PlacedRow => {
    writeCells(
      sheet,
      index + 2,
      ARCHIVE_COLUMNS.map((column) => row.cells[column]),
    );
    return { ...row, place: `Archive 2024!${String(index + 2)}`, faults: [...row.faults, 'hidden-sheet'] };
  });
}
