import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { COLUMN_DELIMITERS, LINE_ENDINGS, type CsvFormat } from './csv-format';

/** A row as uploaded; `problem` is set on rows that are no CSV, whose values may then be incomplete. */
export interface CsvRow {
  readonly values: readonly string[];
  readonly problem?: string;
}

const QUOTE = '"';
const QUOTE_PROBLEM =
  'A value with a double quote must stand in double quotes, with nothing before or after them';

/**
 * Reads CSV row by row; the header is the first row. Empty lines are skipped, values are not trimmed. A quote that is
 * never closed takes the rest of the text into one row with a problem.
 * @param pieces the text in order, cut anywhere
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_csv_valid_record_rows.htm
 */
export async function* readCsv(
  pieces: Iterable<Uint8Array>,
  format: CsvFormat,
): AsyncGenerator<CsvRow, void> {
  const delimiter = COLUMN_DELIMITERS[format.columnDelimiter];
  const wellQuoted = rowPattern(delimiter);
  const unclosed: CsvRow[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    raw: true,
    record_delimiter: LINE_ENDINGS[format.lineEnding],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const partial: unknown = error === undefined ? [] : error['record'];
      unclosed.push({
        values: Array.isArray(partial) ? partial.map(String) : [],
        problem: error?.message ?? '',
      });
      return undefined;
    },
  });
  const source = Readable.from(pieces);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { record: values, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
    yield raw.includes(QUOTE) && !wellQuoted.test(raw) ? { values, problem: QUOTE_PROBLEM } : { values };
  }
  yield* unclosed;
}

/** A row whose values have quotes around all of them or none inside. */
function rowPattern(delimiter: string): RegExp {
  const separator = `[${delimiter === '^' ? '\\^' : delimiter}]`;
  const value = `(?:"[^"]*(?:""[^"]*)*"|[^"${separator.slice(1)}*)`;
  return new RegExp(`^[\\r\\n]*${value}(?:${separator}${value})*[\\r\\n]*$`);
}
