import type { RecordInput } from '../../dml';
import type { Field, FieldType, SObjectType } from '../../schema';
import { malformedBody } from '../http/errors';

const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
const DATE = /^\d{4}-\d{2}-\d{2}(?:T.*)?$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;
const TIME = /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const BOOLEAN = /^(?:true|false)$/i;

/** What the text of a field of that type must look like. Types that are absent take any text. */
const TEXT_FORMS: Partial<Record<FieldType, RegExp>> = {
  int: NUMBER,
  long: NUMBER,
  double: NUMBER,
  currency: NUMBER,
  percent: NUMBER,
  date: DATE,
  datetime: DATETIME,
  time: TIME,
  boolean: BOOLEAN,
};

/**
 * Reads the record of a request's body: an object of values by field name. `attributes` is dropped, here and in the
 * parents that stand for a reference by external id.
 * @throws ApiError JSON_PARSER_ERROR when it is no object, or when a value cannot be of its field's type
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_create.htm
 */
export function parseRecord(body: unknown, type: SObjectType): RecordInput {
  if (!isJsonObject(body)) throw cannotDeserialize('sobject', body, body);
  const record: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    const field = type.field(name);
    if (field) checkValue(field, value, body);
    record[name] = isJsonObject(value) ? withoutAttributes(value) : value;
  }
  return record;
}

/** Whether a JSON value is an object, not an array and not null. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutAttributes(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'attributes'));
}

function checkValue(field: Field, value: unknown, body: unknown): void {
  if (value === null || field.type === 'anyType' || field.type === 'complexvalue') return;
  const fits =
    typeof value === 'string'
      ? value === '' || (TEXT_FORMS[field.type]?.test(value) ?? true)
      : typeof value === 'boolean'
        ? field.type === 'boolean' || TEXT_FORMS[field.type] === undefined
        : typeof value === 'number' && takesNumbers(field.type);
  if (!fits) throw cannotDeserialize(field.type, value, body, field.name);
}

function takesNumbers(type: FieldType): boolean {
  return TEXT_FORMS[type] === NUMBER || TEXT_FORMS[type] === undefined;
}

/**
 * UNVERIFIED: the position. The platform counts in the text it received; this counts in the compact form of it, with
 * everything on line 1.
 */
function cannotDeserialize(target: string, value: unknown, body: unknown, fieldName?: string): Error {
  const [token, shown] = tokenOf(value);
  const text = JSON.stringify(body) ?? '';
  const key = fieldName === undefined ? -1 : text.toLowerCase().indexOf(`"${fieldName.toLowerCase()}":`);
  const column = key < 0 ? 1 : key + (fieldName?.length ?? 0) + 4;
  return malformedBody(
    `Cannot deserialize instance of ${target} from ${token} value ${shown} or request may be missing a required ` +
      `field at [line:1, column:${column}]`,
  );
}

function tokenOf(value: unknown): [token: string, shown: string] {
  if (Array.isArray(value)) return ['START_ARRAY', '['];
  if (typeof value === 'object' && value !== null) return ['START_OBJECT', '{'];
  if (typeof value === 'boolean') return [`VALUE_${String(value).toUpperCase()}`, String(value)];
  if (typeof value === 'number') {
    return [Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', String(value)];
  }
  return value === null || value === undefined ? ['VALUE_NULL', 'null'] : ['VALUE_STRING', String(value)];
}
