import type { FieldValue } from '../../core';
import { datetimeToEpochMs, formatDatetime } from '../../core';
import { FormulaError } from '../errors';
import type { FormulaType } from '../types';
import type { ExactNumber } from './decimal';
import { toDouble } from './decimal';
import { formatDay, formatTimeOfDay } from './text-formats';
import type { Value } from './value';

/** Turns a field's value into the form formulas compute with. */
export type FieldValueReader = (value: FieldValue) => Value;

const readText: FieldValueReader = (value) => (value === null ? '' : String(value));

const READERS: Readonly<Record<FormulaType, FieldValueReader>> = {
  Text: readText,
  Picklist: readText,
  MultiPicklist: readText,
  Id: (value) => (value === null ? '' : String(value).slice(0, 15)),
  Number: (value) => value as number | null,
  Boolean: (value) => (value === null ? null : value === true || value === 'true'),
  Date: (value) => (value === null ? null : Date.parse(String(value).slice(0, 10))),
  DateTime: (value) => (value === null ? null : datetimeToEpochMs(String(value))),
  Time: (value) => (value === null ? null : readTime(String(value))),
  Location: () => null,
  Null: () => null,
};

const WRITERS: Readonly<Record<FormulaType, (value: Value) => FieldValue>> = {
  Text: writeText,
  Id: writeText,
  Picklist: writeText,
  MultiPicklist: writeText,
  Number: (value) => (value === null ? null : toDouble(value as ExactNumber)),
  Boolean: (value) => value === true,
  Date: (value) => (value === null ? null : formatDay(value as number)),
  DateTime: (value) => (value === null ? null : writeDateTime(value as number)),
  Time: (value) => (value === null ? null : `${formatTimeOfDay(value as number)}Z`),
  Location: () => null,
  Null: () => null,
};

/** How fields of a type are read. Booleans and numbers keep null; blank handling comes after. */
export function readerOf(type: FormulaType): FieldValueReader {
  return READERS[type];
}

/** How results of a type become field values. A boolean that cannot be told is false. */
export function writerOf(type: FormulaType): (value: Value) => FieldValue {
  return WRITERS[type];
}

function writeText(value: Value): FieldValue {
  return value === '' || value === null ? null : String(value);
}

function writeDateTime(epochMs: number): string {
  if (!Number.isFinite(epochMs) || Math.abs(epochMs) > 8.64e15) throw new FormulaError('#Too Big!');
  return formatDatetime(epochMs);
}

function readTime(value: string): number {
  return Date.parse(`1970-01-01T${value.endsWith('Z') ? value : `${value}Z`}`);
}
