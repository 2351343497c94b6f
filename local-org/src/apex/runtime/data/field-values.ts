import type { FieldValue } from '../../../core';
import type { Field, FieldType } from '../../../schema';
import type { ApexRuntime } from '../apex-runtime';
import { ApexBlob } from '../values/apex-blob';
import { ApexDate } from '../values/apex-date';
import { ApexDatetime } from '../values/apex-datetime';
import { ApexDecimal } from '../values/apex-decimal';
import { ApexDouble } from '../values/apex-double';
import { ApexList } from '../values/apex-list';
import { ApexSObject } from '../values/apex-sobject';
import { ApexSet } from '../values/apex-set';
import { ApexTime } from '../values/apex-time';
import type { ApexValue } from '../values/apex-value';

type ToApex = (runtime: ApexRuntime, value: NonNullable<FieldValue>, scale: number) => ApexValue;

const asDecimal: ToApex = (_runtime, value, scale) => decimalOf(Number(value), scale);
const asIs: ToApex = (_runtime, value) => value;

/** How a stored value of each type of field looks in Apex; texts are what the others are. */
const TO_APEX: Readonly<Partial<Record<FieldType, ToApex>>> = {
  long: (_runtime, value) => BigInt(value),
  double: asDecimal,
  currency: asDecimal,
  percent: asDecimal,
  date: (runtime, value) => ApexDate.fromText(runtime, String(value)),
  datetime: (runtime, value) => ApexDatetime.fromText(runtime, String(value)),
  time: (runtime, value) => ApexTime.fromText(runtime, String(value)),
  base64: (runtime, value) => ApexBlob.fromBase64(runtime, String(value)),
};

/**
 * A stored value as Apex sees it. Numbers of currency, percent and number fields are Decimals with at least the
 * field's scale: 1000 in a currency field prints `1000.00`.
 *
 * UNVERIFIED: that the scale of the field counts for values read by a query.
 */
export function toApexValue(
  runtime: ApexRuntime,
  field: Pick<Field, 'type' | 'scale'>,
  value: FieldValue | undefined,
): ApexValue {
  if (value === null || value === undefined) return null;
  return (TO_APEX[field.type] ?? asIs)(runtime, value, field.scale);
}

/** A number with at least so many digits after the point: `decimalOf(1000, 2)` is 1000.00. */
export function decimalOf(value: number, scale: number): ApexDecimal {
  const text = String(value);
  const [, digits = ''] = text.split('.');
  const exact = text.includes('e') || digits.length >= scale ? text : value.toFixed(scale);
  return ApexDecimal.parse(exact) ?? ApexDecimal.ZERO;
}

/** A value of Apex as queries and saves take it. */
export function toFieldValue(runtime: ApexRuntime, value: ApexValue): FieldValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  ) {
    return value;
  }
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal || value instanceof ApexDouble) return value.toNumber();
  if (value instanceof ApexBlob) return value.toBase64();
  if (value instanceof ApexSObject) return value.id;
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) {
    return value.toFieldValue();
  }
  return runtime.toText(value);
}

/** The value of a bind: lists and sets are several. */
export function toBindValue(runtime: ApexRuntime, value: ApexValue): FieldValue | FieldValue[] {
  if (value instanceof ApexList) return value.items.map((item) => toFieldValue(runtime, item));
  if (value instanceof ApexSet) return [...value.values()].map((item) => toFieldValue(runtime, item));
  return toFieldValue(runtime, value);
}
