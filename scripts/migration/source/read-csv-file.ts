import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { SourceError } from '../../shared';
import type { Sheet } from './sheet';
import { decodeText, detectDelimiter } from './text-decoding';

/**
 * Reads a `.csv` file as one sheet; encoding and delimiter are found out.
 * @throws SourceError `SOURCE_MALFORMED` with the line where quotes do not match
 */
export function readCsvFile(path: string): Sheet {
  const { text, encoding } = decodeText(readFileSync(path));
  const delimiter = detectDelimiter(text);
  const file = basename(path);
  const remarks = encoding === 'utf-8' ? [] : [`read as ${encoding}`];
  return {
    file,
    name: file.replace(/\.csv$/i, ''),
    hidden: false,
    rows: parseRows(text, delimiter, path).map((cells, index) => ({ number: index + 1, cells })),
    merges: [],
    remarks,
    fixedWidth: true,
  };
}

function parseRows(text: string, delimiter: string, path: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as string[][];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new SourceError('SOURCE_MALFORMED', `${path}: ${cause.message}`, {
      cause,
      actions: [
        'Correct the quotes in the line named, or export the file again from the spreadsheet program',
      ],
    });
  }
}
