import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isBlank } from '../../pipelines';
import { SourceError } from '../../shared';
import { readCsvFile } from './read-csv-file';
import { readWorkbook } from './read-workbook';
import type { Sheet } from './sheet';

/** Everything that was found at a path. */
export interface Source {
  readonly path: string;
  readonly sheets: readonly Sheet[];
  /** Files of the folder that were not read, with the reason. */
  readonly passedOver: readonly string[];
}

/**
 * Reads a workbook, a `.csv` file, or a folder of `.csv` files (without any: its workbooks).
 * @throws SourceError `SOURCE_MISSING`, `SOURCE_EMPTY`, `SOURCE_TYPE_UNKNOWN` and what the readers throw
 */
export async function readSource(path: string): Promise<Source> {
  if (!existsSync(path)) {
    throw new SourceError('SOURCE_MISSING', `${path} does not exist`, {
      actions: ['Check the path after --source'],
    });
  }
  const source = statSync(path).isDirectory()
    ? await readFolder(path)
    : { path, sheets: await readFile(path), passedOver: [] };
  const filled = source.sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => !isBlank(cell))),
  );
  if (!filled) {
    throw new SourceError('SOURCE_EMPTY', `${path} holds no rows`, {
      actions: ['Name a workbook or a folder that holds the list'],
    });
  }
  return source;
}

async function readFile(path: string): Promise<Sheet[]> {
  const type = extname(path).toLowerCase();
  if (type === '.csv') return [readCsvFile(path)];
  if (type === '.xlsx' || type === '.xlsm' || type === '.xls') return readWorkbook(path);
  throw new SourceError('SOURCE_TYPE_UNKNOWN', `${path} is neither .xlsx nor .csv`, {
    actions: ['Save the list as .xlsx or .csv'],
  });
}

async function readFolder(folder: string): Promise<Source> {
  const files = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.startsWith('~$'))
    .sort();
  const texts = files.filter((name) => /\.csv$/i.test(name));
  const workbooks = files.filter((name) => /\.xls[xm]$/i.test(name));
  const chosen = texts.length > 0 ? texts : workbooks;
  if (chosen.length === 0) {
    throw new SourceError('SOURCE_EMPTY', `${folder} holds no .csv or .xlsx files`, {
      actions: ['Name the folder that holds the list'],
    });
  }
  const sheets: Sheet[] = [];
  for (const name of chosen) sheets.push(...(await readFile(join(folder, name))));
  const passedOver =
    texts.length > 0 ? workbooks.map((name) => `${name}: the folder's .csv files are read instead`) : [];
  return { path: folder, sheets, passedOver };
}
