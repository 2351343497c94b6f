import { isRecordId, toId18, type FieldValue } from '../core';
import type { Field, FieldType } from '../schema';
import { saveErrors } from './save-errors';
import type { SaveError } from './types';

/** Turns what a client sent for a field into the field's value. @throws CoercionFailure */
export type Coercer = (value: unknown) => FieldValue;

/** Raised by a coercer; carries the error to report. */
export class CoercionFailure extends Error {
  constructor(readonly error: SaveError) {
    super(error.message);
    this.name = 'CoercionFailure';
  }
}

/**
 * The coercer of a field. Text is trimmed and blank text is null; numbers keep all their digits, whatever the field's
 * scale; ids become 18 characters; dates and times become the wire form.
 *
 * UNVERIFIED: that long text areas are trimmed too.
 * @see https://help.salesforce.com/s/articleView?id=000387302&type=1
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/primitive_data_types.htm
 */
export function coercerOf(field: Field): Coercer {
  const make = COERCERS[field.type];
  const coerce = make(field);
  return (value) => (value === null || value === undefined ? blankOf(field) : coerce(value));
}

function blankOf(field: Field): FieldValue {
  return field.type === 'boolean' ? false : null;
}

const COERCERS: Readonly<Record<FieldType, (field: Field) => Coercer>> = {
  id: idCoercer,
  reference: idCoercer,
  string: textCoercer,
  textarea: textCoercer,
  email: textCoercer,
  phone: textCoercer,
  url: textCoercer,
  combobox: textCoercer,
  encryptedstring: textCoercer,
  anyType: textCoercer,
  complexvalue: textCoercer,
  base64: textCoercer,
  picklist: picklistCoercer,
  multipicklist: multiPicklistCoercer,
  boolean: booleanCoercer,
  int: wholeNumberCoercer,
  long: wholeNumberCoercer,
  double: numberCoercer,
  currency: numberCoercer,
  percent: numberCoercer,
  date: (field) => (value) => dateValue(field, value),
  datetime: (field) => (value) => datetimeValue(field, value),
  time: (field) => (value) => timeValue(field, value),
  address: unsupportedCompound,
  location: unsupportedCompound,
};

function unsupportedCompound(field: Field): Coercer {
  return () => {
    throw new CoercionFailure(saveErrors.notWriteable([field.name]));
  };
}

/** A value of the wrong kind: JSON of another type, or text that cannot be read. */
function refuse(field: Field, value: unknown): never {
  const [token, shown] = jsonToken(value);
  throw new CoercionFailure(saveErrors.notDeserializable(field.type, token, shown));
}

/** The kind of a JSON value as the platform's parser names it, and how it shows the value. */
function jsonToken(value: unknown): [string, string] {
  if (typeof value === 'string') return ['VALUE_STRING', value];
  if (typeof value === 'number')
    return [Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', String(value)];
  if (typeof value === 'boolean') return [value ? 'VALUE_TRUE' : 'VALUE_FALSE', String(value)];
  return Array.isArray(value) ? ['START_ARRAY', '['] : ['START_OBJECT', '{'];
}

function textOf(field: Field, value: unknown): string {
  return typeof value === 'string' ? value : refuse(field, value);
}

function textCoercer(field: Field): Coercer {
  return (value) => textOf(field, value).trim() || null;
}

/** A value of the set is stored in the set's own casing, an unknown one as given. */
function picklistCoercer(field: Field): Coercer {
  const canonical = canonicalValues(field);
  return (value) => {
    const text = textOf(field, value).trim();
    return (canonical.get(text) ?? canonical.get(text.toLowerCase()) ?? text) || null;
  };
}

/** Known values come first in the order of the set, unknown ones follow in the order given. */
function multiPicklistCoercer(field: Field): Coercer {
  const canonical = canonicalValues(field);
  const order = new Map((field.picklist?.values ?? []).map((value, position) => [value.value, position]));
  return (value) => {
    const parts = textOf(field, value)
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
    const chosen = [...new Set(parts.map((part) => canonical.get(part.toLowerCase()) ?? part))];
    const rank = (part: string): number => order.get(part) ?? order.size;
    return chosen.sort((a, b) => rank(a) - rank(b)).join(';') || null;
  };
}

function canonicalValues(field: Field): ReadonlyMap<string, string> {
  const values = field.picklist?.values ?? [];
  // Exact spellings too: the usual case then needs no lower-casing.
  return new Map([
    ...values.map((value): [string, string] => [value.value.toLowerCase(), value.value]),
    ...values.map((value): [string, string] => [value.value, value.value]),
  ]);
}

const BOOLEAN_TEXTS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
  ['', false],
]);

function booleanCoercer(field: Field): Coercer {
  return (value) => {
    if (typeof value === 'boolean') return value;
    const known =
      typeof value === 'string' || typeof value === 'number'
        ? BOOLEAN_TEXTS.get(String(value).toLowerCase())
        : undefined;
    return known ?? refuse(field, value);
  };
}

const NUMBER_TEXT = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function numberCoercer(field: Field): Coercer {
  return (value) => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(field, value);
    if (typeof value !== 'string') return refuse(field, value);
    const text = value.trim();
    if (text === '') return null;
    return NUMBER_TEXT.test(text) ? Number(text) : refuse(field, value);
  };
}

/** UNVERIFIED: that a whole-number field refuses a fraction. */
function wholeNumberCoercer(field: Field): Coercer {
  const coerce = numberCoercer(field);
  return (value) => {
    const number = coerce(value);
    return number === null || Number.isInteger(number) ? number : refuse(field, value);
  };
}

function idCoercer(field: Field): Coercer {
  return (value) => {
    const text = textOf(field, value).trim();
    if (text === '') return null;
    if (!isRecordId(text)) throw new CoercionFailure(saveErrors.malformedId(field, text));
    return text.length === 15 ? toId18(text) : text;
  };
}

const DATE_TEXT = /^(\d{4})-(\d\d)-(\d\d)/;
const DATETIME_TEXT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/;
const TIME_TEXT = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?Z?$/;

/** Accepts a date, or a datetime whose time is dropped. */
function dateValue(field: Field, value: unknown): FieldValue {
  if (typeof value !== 'string') return refuse(field, value);
  const text = value.trim();
  if (text === '') return null;
  const match = DATE_TEXT.exec(text);
  if (!match || (text.length > 10 && !DATETIME_TEXT.test(text)) || !isCalendarDay(match))
    return refuse(field, value);
  return match[0];
}

function isCalendarDay([, year, month, day]: RegExpExecArray): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    Number(year) >= 1700 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  );
}

/** Accepts the ISO 8601 forms; a time without a zone is UTC. Stored in whole seconds. */
function datetimeValue(field: Field, value: unknown): FieldValue {
  if (typeof value !== 'string') return refuse(field, value);
  const text = value.trim();
  if (text === '') return null;
  const day = DATE_TEXT.exec(text);
  if (!day || !isCalendarDay(day)) return refuse(field, value);
  if (text.length === 10) return `${text}T00:00:00.000+0000`;
  const match = DATETIME_TEXT.exec(text);
  if (!match) return refuse(field, value);
  const [, date, time, zone = 'Z'] = match;
  const epochMs = Date.parse(`${date}T${time}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  if (Number.isNaN(epochMs)) return refuse(field, value);
  return `${new Date(epochMs).toISOString().slice(0, 19)}.000+0000`;
}

function timeValue(field: Field, value: unknown): FieldValue {
  if (typeof value !== 'string') return refuse(field, value);
  const text = value.trim();
  if (text === '') return null;
  const match = TIME_TEXT.exec(text);
  if (!match) return refuse(field, value);
  const [, hour, minute, second = '00', fraction = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse(field, value);
  return `${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`;
}
