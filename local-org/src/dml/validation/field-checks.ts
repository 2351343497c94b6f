import type { FieldValue } from '../../core';
import type { Field, FieldType } from '../../schema';
import { saveErrors } from '../save-errors';
import type { SaveError } from '../types';

/** Judges a field's value that is not null. */
export type FieldCheck = (value: FieldValue) => SaveError | null;

/** The checks that the value of a field must pass on its own, without looking at other fields or records. */
export function fieldChecksOf(field: Field): readonly FieldCheck[] {
  const checks = (CHECKS[field.type] ?? []).map((make) => make(field));
  return checks.filter((check): check is FieldCheck => check !== null);
}

type CheckFactory = (field: Field) => FieldCheck | null;

const TEXT: readonly CheckFactory[] = [length];
const NUMBER: readonly CheckFactory[] = [range];

const CHECKS: Readonly<Partial<Record<FieldType, readonly CheckFactory[]>>> = {
  string: TEXT,
  textarea: TEXT,
  phone: TEXT,
  url: TEXT,
  combobox: TEXT,
  encryptedstring: TEXT,
  email: [length, emailAddress],
  picklist: [restrictedValue, length],
  multipicklist: [restrictedValues],
  int: NUMBER,
  long: NUMBER,
  double: NUMBER,
  currency: NUMBER,
  percent: NUMBER,
};

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/field_types.htm */
function length(field: Field): FieldCheck | null {
  const max = field.length;
  if (max <= 0) return null;
  return (value) =>
    typeof value === 'string' && value.length > max ? saveErrors.tooLong(field, value) : null;
}

const MAX_INT = 2_147_483_647;

/** Digits before the point; 32 bits for whole numbers of standard fields. */
function range(field: Field): FieldCheck | null {
  const digits = field.precision - field.scale;
  const limit = field.precision > 0 ? 10 ** digits : field.type === 'int' ? MAX_INT + 1 : Infinity;
  const max = field.type === 'int' ? Math.min(limit, MAX_INT + 1) : limit;
  if (max === Infinity) return null;
  return (value) =>
    typeof value === 'number' && Math.abs(value) >= max ? saveErrors.outsideValidRange(field, value) : null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/field_types.htm (email) */
const EMAIL =
  /^[A-Za-z0-9!#$%&'*/=?^_+`{|}~-]+(\.[A-Za-z0-9!#$%&'*/=?^_+`{|}~-]+)*\.?@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*$/;

function emailAddress(field: Field): FieldCheck {
  return (value) =>
    typeof value === 'string' && !EMAIL.test(value) ? saveErrors.invalidEmail(field, value) : null;
}

function activeValues(field: Field): ReadonlySet<string> {
  return new Set((field.picklist?.values ?? []).filter((value) => value.active).map((value) => value.value));
}

function restrictedValue(field: Field): FieldCheck | null {
  if (!field.picklist?.restricted) return null;
  const allowed = activeValues(field);
  return (value) => (allowed.has(String(value)) ? null : saveErrors.badPicklistValue(field, String(value)));
}

function restrictedValues(field: Field): FieldCheck | null {
  if (!field.picklist?.restricted) return null;
  const allowed = activeValues(field);
  return (value) => {
    const bad = String(value)
      .split(';')
      .find((part) => !allowed.has(part));
    return bad === undefined ? null : saveErrors.badPicklistValue(field, bad);
  };
}
