import { COLUMN_DELIMITERS, LINE_ENDINGS, type CsvFormat } from './csv-format';

/**
 * Writes a row with every value in double quotes, as the platform's results have it: `"001...","true"` and a line end.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_successful_results.htm
 */
export function csvRow(values: readonly string[], format: CsvFormat): string {
  return values.map(quote).join(COLUMN_DELIMITERS[format.columnDelimiter]) + LINE_ENDINGS[format.lineEnding];
}

function quote(value: string): string {
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`;
}
