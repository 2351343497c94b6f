import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ExcelJS from 'exceljs';
import type { CellValue } from '../../pipelines';
import { SourceError } from '../../shared';
import type { MergedRange, RawRow, Sheet } from './sheet';
import { keepCellParts, PartTooLargeError } from './workbook-parts';

/** First bytes of the container that encrypted workbooks and the old `.xls` format use. */
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Name of the stream that only encrypted workbooks have, in UTF-16. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads every sheet of an `.xlsx` workbook: formulas by their results, merged cells with the value of the range.
 * @throws SourceError `SOURCE_EMPTY`, `SOURCE_ENCRYPTED`, `SOURCE_OLD_FORMAT`, `SOURCE_TOO_LARGE`, `SOURCE_UNREADABLE`
 */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  const file = basename(path);
  const bytes = readFileSync(path);
  assertWorkbook(bytes, path);
  const workbook = new ExcelJS.Workbook();
  try {
    const kept = keepCellParts(bytes);
    await workbook.xlsx.load(kept.buffer as ArrayBuffer);
  } catch (cause) {
    if (cause instanceof PartTooLargeError) {
      throw new SourceError('SOURCE_TOO_LARGE', `${path}: ${cause.message}`, {
        cause,
        actions: ['Save the large sheet as .csv and name that file, or split the workbook'],
      });
    }
    throw new SourceError('SOURCE_UNREADABLE', `${path} is damaged or no workbook`, {
      cause,
      actions: ['Open it in the spreadsheet program and save it again as .xlsx'],
    });
  }
  return workbook.worksheets.map((worksheet) => readSheet(file, worksheet));
}

function assertWorkbook(bytes: Buffer, path: string): void {
  if (bytes.length === 0) {
    throw new SourceError('SOURCE_EMPTY', `${path} is empty`, {
      actions: ['Save the workbook again, or name another file'],
    });
  }
  if (!bytes.subarray(0, 8).equals(OLE_SIGNATURE)) return;
  throw bytes.includes(ENCRYPTED_STREAM)
    ? new SourceError('SOURCE_ENCRYPTED', `${path} is protected by a password`, {
        actions: [
          'Open it with the password, remove the password (File, Info, Protect Workbook), save a copy and use that',
        ],
      })
    : new SourceError('SOURCE_OLD_FORMAT', `${path} is in the old .xls format`, {
        actions: ['Save it as .xlsx'],
      });
}

function readSheet(file: string, worksheet: ExcelJS.Worksheet): Sheet {
  const rows: RawRow[] = [];
  const tally: Tally = { errors: [], formulas: 0 };
  worksheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: CellValue[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = plainValue(cell.value, cell.address, tally);
    });
    rows.push({ number, cells });
  });
  return {
    file,
    name: worksheet.name,
    hidden: worksheet.state !== 'visible',
    rows,
    merges: mergedRanges(worksheet),
    remarks: remarksOf(tally),
    fixedWidth: false,
  };
}

interface Tally {
  readonly errors: string[];
  formulas: number;
}

function remarksOf({ errors, formulas }: Tally): string[] {
  const remarks: string[] = [];
  if (formulas > 0) remarks.push(`${formulas} formulas were read by their last results`);
  if (errors.length > 0)
    remarks.push(`no value in ${errors.slice(0, 10).join(', ')}${errors.length > 10 ? ', ...' : ''}`);
  return remarks;
}

/** Takes the plain value out of what the library gives for a cell. */
function plainValue(value: ExcelJS.CellValue, address: string, tally: Tally): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('error' in value) {
    tally.errors.push(`${address} (${value.error})`);
    return null;
  }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('formula' in value || 'sharedFormula' in value) {
    tally.formulas += 1;
    if (value.result !== undefined) return plainValue(value.result as ExcelJS.CellValue, address, tally);
    tally.errors.push(`${address} (formula without result)`);
    return null;
  }
  return 'text' in value ? plainValue(value.text as ExcelJS.CellValue, address, tally) : null;
}

function mergedRanges(worksheet: ExcelJS.Worksheet): MergedRange[] {
  const { merges } = worksheet.model as unknown as { merges?: readonly string[] };
  return (merges ?? []).flatMap((range) => {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
    if (!match) return [];
    const [, left = '', top = '', right = '', bottom = ''] = match;
    return [
      { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) },
    ];
  });
}

/** `A` is 1, `AB` is 28. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
