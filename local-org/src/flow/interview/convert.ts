import { datetimeToEpochMs, isRecordId, localDate, toId18, type FieldValue } from '../../core';
import type { RunningUser } from '../../execution';
import type { Field } from '../../schema';
import type { FlowDataType, FlowValueType } from '../definition/data-type';
import { dataTypeOfField } from '../definition/type-of-reference';
import { FlowRecord } from './flow-record';
import { FlowStructure, isCollection, type FlowValue } from './flow-value';
import { textOfValue } from './text-of-value';

const TEXT_TYPES: ReadonlySet<FlowDataType> = new Set(['String', 'Picklist', 'Multipicklist']);

/** Turns a value into one of the type that a variable or parameter has; collections item by item. */
export function convertValue(
  value: FlowValue,
  from: FlowDataType | undefined,
  to: FlowValueType,
  user: RunningUser,
): FlowValue {
  if (isCollection(value))
    return to.isCollection ? value.map((item) => convertItem(item, from, to, user)) : value;
  return convertItem(value, from, to, user);
}

function convertItem(
  value: FlowValue,
  from: FlowDataType | undefined,
  to: FlowValueType,
  user: RunningUser,
): FlowValue {
  if (to.dataType === 'SObject') return value instanceof FlowRecord ? value : null;
  if (to.dataType === 'Apex' || value instanceof FlowStructure) return value;
  const scalar = convertScalar(value, from, to.dataType, user);
  if (typeof scalar !== 'number' || to.scale === undefined) return scalar;
  return roundTo(scalar, to.scale);
}

/**
 * Turns a value into what a field of a record holds: decimals lose their fraction in whole-number fields, dates with
 * time their time in date fields, ids have 18 characters.
 */
export function convertToField(
  value: FlowValue,
  from: FlowDataType | undefined,
  field: Field,
  user: RunningUser,
): FieldValue {
  const scalar = convertScalar(value, from, dataTypeOfField(field), user);
  if (field.type === 'int' && typeof scalar === 'number') return Math.trunc(scalar);
  const isId = field.type === 'reference' || field.type === 'id';
  if (isId && typeof scalar === 'string' && isRecordId(scalar)) return toId18(scalar);
  if (typeof scalar !== 'string') return scalar;
  // Text is stored without blanks around it, and blank text as no value.
  return scalar.trim() === '' ? null : scalar.trim();
}

function convertScalar(
  value: FlowValue,
  from: FlowDataType | undefined,
  to: FlowDataType,
  user: RunningUser,
): FieldValue {
  if (value === null || value instanceof FlowStructure) return null;
  if (to === 'Boolean') return booleanOfValue(value);
  if (TEXT_TYPES.has(to)) return textOfValue(value, from, user);
  if (typeof value === 'object') return null;
  if (to === 'Number' || to === 'Currency') return numberOfValue(value);
  if (to === 'Date') return dateOfValue(value, user);
  if (to === 'DateTime') return dateTimeOfValue(value);
  return typeof value === 'string' ? value : null;
}

/** A value read as a checkbox: `true`, or the text `true`; a record that was found counts as true. */
function booleanOfValue(value: FlowValue): boolean {
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return value instanceof FlowRecord || value === true;
}

function numberOfValue(value: Exclude<FieldValue, null>): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || value.trim() === '') return null;
  const number = Number(value.replaceAll(',', ''));
  return Number.isNaN(number) ? null : number;
}

function dateOfValue(value: Exclude<FieldValue, null>, user: RunningUser): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  return value.length === 10 ? value : localDate(datetimeToEpochMs(value), user.timeZone);
}

function dateTimeOfValue(value: Exclude<FieldValue, null>): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  return value.length === 10 ? `${value}T00:00:00.000+0000` : value;
}

function roundTo(value: number, scale: number): number {
  const factor = 10 ** scale;
  const scaled = Math.abs(value) * factor;
  // Half up on the decimal digits: 1.005 is written as 1.00499... and must still give 1.01.
  return (Math.sign(value) * Math.round(Number(scaled.toPrecision(15)))) / factor;
}
