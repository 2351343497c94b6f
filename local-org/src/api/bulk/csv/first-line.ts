import { LINE_ENDINGS, type CsvFormat } from './csv-format';

const BYTE_ORDER_MARK = '\uFEFF';

/** The header line of an upload, as it was written, without its line end. */
export function headerLineOf(start: Uint8Array): string {
  return firstLineOf(start).replace(/\r$/, '');
}

/** Whether the header ends with the line ending that the job states. An upload of one line has none to compare. */
export function hasLineEnding(start: Uint8Array, format: CsvFormat): boolean {
  if (!start.includes(0x0a)) return true;
  const ending = firstLineOf(start).endsWith('\r') ? '\r\n' : '\n';
  return ending === LINE_ENDINGS[format.lineEnding];
}

function firstLineOf(start: Uint8Array): string {
  const end = start.indexOf(0x0a);
  const text = Buffer.from(end < 0 ? start : start.subarray(0, end)).toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
