import type { Field } from '../../../schema';
import type { ApexRuntime } from '../apex-runtime';
import { ApexDate } from '../values/apex-date';
import { ApexDatetime } from '../values/apex-datetime';
import { ApexDecimal } from '../values/apex-decimal';
import { ApexDouble } from '../values/apex-double';
import type { ApexSObject } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';
import { apexTypeNameOf } from './field-types';

const MS_PER_DAY = 86_400_000;

/** The canonical name of a field. @throws SObjectException `Invalid field Foo for Account` */
export function fieldNamed(runtime: ApexRuntime, record: ApexSObject, name: string): string {
  return requireField(runtime, record, name).name;
}

/** The relationship name of a parent, by it or by its reference field. */
export function parentNamed(runtime: ApexRuntime, record: ApexSObject, name: string): string {
  const { objectType } = record;
  const field = objectType?.parentField(name) ?? objectType?.field(name);
  const relationshipName = field?.relationship?.relationshipName;
  return relationshipName ?? invalid(runtime, 'relationship', name, record);
}

/** The canonical name of a child relationship. */
export function childRelationshipNamed(runtime: ApexRuntime, record: ApexSObject, name: string): string {
  const relationship = record.objectType?.childRelationship(name);
  return relationship?.relationshipName ?? invalid(runtime, 'relationship', name, record);
}

/** `record.get(name)`: rows of aggregates are read by alias. */
export function getField(runtime: ApexRuntime, record: ApexSObject, name: string): ApexValue {
  if (!record.objectType) return aggregateValue(runtime, record, name);
  const field = requireField(runtime, record, name);
  const held = record.peek(field.name);
  if (held !== undefined) return held;
  const value = record.get(field.name);
  return value === false ? null : value;
}

/** `record.put(name, value)`. @returns the value before */
export function putField(
  runtime: ApexRuntime,
  record: ApexSObject,
  name: string,
  value: ApexValue,
): ApexValue {
  const field = requireField(runtime, record, name);
  const before = record.peek(field.name) ?? null;
  record.set(field.name, fitted(runtime, field, value));
  return before;
}

export function isFieldSet(runtime: ApexRuntime, record: ApexSObject, name: string): boolean {
  return record.peek(requireField(runtime, record, name).name) !== undefined;
}

function requireField(runtime: ApexRuntime, record: ApexSObject, name: string): Field {
  return record.objectType?.field(name) ?? invalid(runtime, 'field', name, record);
}

function invalid(runtime: ApexRuntime, what: string, name: string, record: ApexSObject): never {
  return runtime.throwNew('System.SObjectException', `Invalid ${what} ${name} for ${record.objectName}`);
}

function aggregateValue(runtime: ApexRuntime, record: ApexSObject, alias: string): ApexValue {
  for (const [name, value] of record.entries()) if (name.toLowerCase() === alias.toLowerCase()) return value;
  return invalid(runtime, 'field', alias, record);
}

/** A value as the field's type holds it. @throws SObjectException when it does not fit */
function fitted(runtime: ApexRuntime, field: Field, value: ApexValue): ApexValue {
  if (value === null) return null;
  const wanted = apexTypeNameOf(field);
  if (wanted === 'Decimal') {
    if (typeof value === 'number') return ApexDecimal.fromInteger(value);
    if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
    if (value instanceof ApexDouble) return ApexDecimal.fromDouble(value.toNumber());
  }
  if (wanted === 'Integer' && value instanceof ApexDecimal) return Math.trunc(value.toNumber());
  if (wanted === 'Datetime' && value instanceof ApexDate) return new ApexDatetime(value.days * MS_PER_DAY);
  const actual = runtime.typeOf(value);
  if (wanted === 'Id' && typeof value === 'string') return value;
  if (actual.name === wanted) return value;
  return runtime.throwNew('System.SObjectException', `Illegal assignment from ${actual.name} to ${wanted}`);
}
