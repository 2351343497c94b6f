import { isJsonObject } from '../../rest/record-input';
import { malformedBody } from '../../http/errors';
import {
  COLUMN_DELIMITERS,
  LINE_ENDINGS,
  type ColumnDelimiter,
  type CsvFormat,
  type LineEnding,
} from '../csv/csv-format';
import { jobErrors } from './job-errors';

/** The JSON body of a request about jobs. @throws ApiError JSON_PARSER_ERROR when it is no object */
export function jobBody(body: unknown): Readonly<Record<string, unknown>> {
  if (!isJsonObject(body)) throw malformedBody('Cannot deserialize instance of JobInfo');
  return body;
}

/** A text of the body; undefined when it is absent or blank. */
export function optionalText(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** One of the values of an enum; undefined when the body does not name it. @throws ApiError JSON_PARSER_ERROR */
export function optionalChoice<T extends string>(
  body: Readonly<Record<string, unknown>>,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) throw jobErrors.unknownValue(name, value);
  return choice;
}

/** How the CSV of a new job is written. @throws ApiError JSON_PARSER_ERROR for another content type or separator */
export function csvFormatOf(body: Readonly<Record<string, unknown>>): CsvFormat {
  optionalChoice(body, 'contentType', ['CSV']);
  return {
    columnDelimiter:
      optionalChoice(body, 'columnDelimiter', Object.keys(COLUMN_DELIMITERS) as ColumnDelimiter[]) ?? 'COMMA',
    lineEnding: optionalChoice(body, 'lineEnding', Object.keys(LINE_ENDINGS) as LineEnding[]) ?? 'LF',
  };
}
