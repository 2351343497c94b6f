import cases from './csv-reader.cases.json';
import type { CsvFormat } from './csv-format';
import { readCsv, type CsvRow } from './csv-reader';

interface Case {
  readonly title: string;
  readonly csv: string;
  readonly rows: readonly (readonly string[])[];
  readonly format?: Partial<CsvFormat>;
  readonly problems?: number;
}

/** Cuts the text into pieces of three bytes, so that characters and quotes are cut too. */
function* piecesOf(text: string): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 3) yield bytes.subarray(start, start + 3);
}

describe('readCsv', () => {
  it.each(cases as readonly Case[])('$title', async ({ csv, rows, format, problems = 0 }) => {
    const read: CsvRow[] = [];
    for await (const row of readCsv(piecesOf(csv), {
      columnDelimiter: 'COMMA',
      lineEnding: 'LF',
      ...format,
    })) {
      read.push(row);
    }
    expect(read.filter(({ problem }) => problem === undefined).map(({ values }) => values)).toEqual(rows);
    expect(read.filter(({ problem }) => problem !== undefined)).toHaveLength(problems);
  });
});
