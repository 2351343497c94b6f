import { isRecordId, toId18 } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexDouble } from '../../runtime/values/apex-double';
import { ApexTime } from '../../runtime/values/apex-time';
import { ApexUuid } from '../../runtime/values/apex-uuid';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { JsonNode } from './json-node';

/** A string, number or literal of JSON. */
export type JsonPrimitive = Extract<JsonNode, { kind: 'value' }>;

type ReadValue = (runtime: ApexRuntime, text: string, node: JsonPrimitive) => ApexValue;

const DATETIME =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

function fail(runtime: ApexRuntime, message: string): never {
  return runtime.throwNew('System.JSONException', message);
}

/** As java.lang.Integer and its like refuse a text. */
const noNumber = (runtime: ApexRuntime, text: string): never => fail(runtime, `For input string: "${text}"`);

const integer: ReadValue = (runtime, text) => {
  const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) + 0 : Number.NaN;
  return value === (value | 0) ? value : noNumber(runtime, text);
};

const long: ReadValue = (runtime, text) => {
  if (!/^[+-]?\d{1,19}$/.test(text)) return noNumber(runtime, text);
  const value = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, value) === value ? value : noNumber(runtime, text);
};

const double: ReadValue = (runtime, text) => {
  const value = ApexDecimal.parse(text);
  return value ? new ApexDouble(value.toNumber()) : noNumber(runtime, text);
};

const decimal: ReadValue = (runtime, text) => ApexDecimal.parse(text) ?? noNumber(runtime, text);

const boolean: ReadValue = (runtime, text) => {
  if (text === 'true' || text === 'false') return text === 'true';
  return fail(runtime, 'Illegal value for primitive');
};

/** UNVERIFIED: the text of the exception for dates and times in JSON that are not well formed. */
const badFormat = (runtime: ApexRuntime, text: string): never => fail(runtime, `Invalid format: "${text}"`);

/** A number where a date belongs is a year. */
const date: ReadValue = (runtime, text, { token }) => {
  if (token === 'VALUE_NUMBER_INT') return ApexDate.of(Number(text), 1, 1);
  const day = DATETIME.exec(text)?.[1];
  return day === undefined ? badFormat(runtime, text) : ApexDate.fromText(runtime, day);
};

/** UNVERIFIED: a Datetime in JSON without time zone is GMT. */
const datetime: ReadValue = (runtime, text, { token }) => {
  if (token === 'VALUE_NUMBER_INT') return new ApexDatetime(Date.UTC(Number(text), 0, 1));
  const [, day, time = '00:00', zone = 'Z'] = DATETIME.exec(text) ?? [];
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const ms = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(ms) ? badFormat(runtime, text) : new ApexDatetime(ms);
};

const time: ReadValue = (runtime, text) =>
  /^\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z?$/.test(text)
    ? ApexTime.fromText(runtime, text)
    : badFormat(runtime, text);

const id: ReadValue = (runtime, text) =>
  isRecordId(text) ? toId18(text) : fail(runtime, `Invalid id: ${text}`);

/** How each type of the platform reads a text; all but Object. */
const READERS: Readonly<Record<string, ReadValue>> = {
  String: (_runtime, text) => text,
  Integer: integer,
  Long: long,
  Double: double,
  Decimal: decimal,
  Boolean: boolean,
  Date: date,
  Datetime: datetime,
  Time: time,
  Id: id,
  Blob: (runtime, text) => ApexBlob.fromBase64(runtime, text),
  UUID: (_runtime, text) => new ApexUuid(text),
};

/**
 * How values of a type are read from strings, numbers and literals; undefined for types that are not so simple.
 * @param typeName `Integer`, `Datetime`
 */
export function valueReader(typeName: string): ReadValue | undefined {
  return Object.hasOwn(READERS, typeName) ? READERS[typeName] : undefined;
}
