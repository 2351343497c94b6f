import type { CellValue } from './cell-value';
import { tidyText } from './cell-value';
import { parseDate, type DateOrder } from './parse-date';
import { parseNumber, parsePercent } from './parse-number';

/** Ways to read a cell, as mappings name them. */
export const PARSE_KINDS = [
  'text',
  'date',
  'datetime',
  'number',
  'integer',
  'money',
  'percent',
  'boolean',
  'email',
  'url',
  'domain',
  'first-name',
  'last-name',
] as const;

/** A way to read a cell. */
export type ParseKind = (typeof PARSE_KINDS)[number];

/** What a parser may know. */
export interface ParseContext {
  readonly dateOrder: DateOrder;
}

type Parsed = string | number | boolean | null;
type Filled = Exclude<CellValue, null>;

/** One way to read a cell: null when the cell does not fit, and the reason code for that. */
interface CellParser {
  readonly invalidCode: string;
  readonly expected: string;
  parse(value: Filled, context: ParseContext): Parsed;
}

const TRUE_WORDS = new Set(['true', 'yes', 'y', 'x', '1', 'ja', 'oui', '✓']);
const FALSE_WORDS = new Set(['false', 'no', 'n', '0', 'nein', 'non', '-']);

const asText = (value: Filled): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : tidyText(String(value));

const number: CellParser = {
  invalidCode: 'INVALID_NUMBER',
  expected: 'a number',
  parse: (value) => parseNumber(value),
};

const PARSERS: Readonly<Record<ParseKind, CellParser>> = {
  text: { invalidCode: 'INVALID_TEXT', expected: 'text', parse: asText },
  date: {
    invalidCode: 'INVALID_DATE',
    expected: 'a date',
    parse: (value, { dateOrder }) => parseDate(value, dateOrder),
  },
  datetime: { invalidCode: 'INVALID_DATE', expected: 'a date', parse: parseDateTime },
  number,
  money: number,
  integer: {
    invalidCode: 'INVALID_NUMBER',
    expected: 'a whole number',
    parse: (value) => {
      const parsed = parseNumber(value);
      return parsed !== null && Number.isInteger(parsed) ? parsed : null;
    },
  },
  percent: {
    invalidCode: 'INVALID_PERCENT',
    expected: 'a percentage',
    parse: (value) => parsePercent(value),
  },
  boolean: { invalidCode: 'INVALID_BOOLEAN', expected: 'yes or no', parse: parseBoolean },
  email: {
    invalidCode: 'INVALID_EMAIL',
    expected: 'an e-mail address',
    parse: (value) => {
      const text = asText(value)
        .replace(/^mailto:/i, '')
        .toLowerCase();
      return /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(text) ? text : null;
    },
  },
  url: {
    invalidCode: 'INVALID_URL',
    expected: 'a web address',
    parse: (value) => (/\s/.test(asText(value)) ? null : asText(value)),
  },
  domain: {
    invalidCode: 'INVALID_URL',
    expected: 'a web domain',
    parse: (value) =>
      /^(?:https?:\/\/)?(?:www\.)?([^\s/:?#]+\.[^\s/:?#]+)/i.exec(asText(value))?.[1]?.toLowerCase() ?? null,
  },
  'first-name': {
    invalidCode: 'INVALID_NAME',
    expected: 'a name of two words',
    parse: (value) => asText(value).split(' ').slice(0, -1).join(' ') || null,
  },
  'last-name': {
    invalidCode: 'INVALID_NAME',
    expected: 'a name',
    parse: (value) => asText(value).split(' ').at(-1) ?? null,
  },
};

function parseDateTime(value: Filled, { dateOrder }: ParseContext): Parsed {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? null : new Date(time).toISOString();
  }
  const date = parseDate(value, dateOrder);
  return date === null ? null : `${date}T00:00:00.000Z`;
}

function parseBoolean(value: Filled): Parsed {
  if (typeof value === 'boolean') return value;
  const word = asText(value).toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : null;
}

/** The outcome of reading a cell: a value, or why there is none. */
export type ParseOutcome =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Reads a cell that is not blank. */
export function parseCell(kind: ParseKind, value: Filled, context: ParseContext): ParseOutcome {
  const parser = PARSERS[kind];
  const parsed = parser.parse(value, context);
  if (parsed !== null) return { ok: true, value: parsed };
  return {
    ok: false,
    code: parser.invalidCode,
    message: `"${asText(value).slice(0, 60)}" is not ${parser.expected}`,
  };
}
