import type { FieldValue } from '../../core';
import type { Field } from '../../schema';
import type { FormulaRecord, FormulaType } from '../types';
import type { ExactNumber } from '../values/decimal';
import { percentToFraction } from '../values/decimal';
import { readerOf } from '../values/field-values';
import type { Value } from '../values/value';

/** One relationship on the way to a field. */
export interface RelationshipStep {
  /** Name of the parent path: `Account`, `Owner`. */
  readonly relationshipName: string;
  /** Object the parent must be of for polymorphic paths (`Owner:User`); absent when there is one kind of parent. */
  readonly onlyObject?: string;
}

/** A resolved reference to a field of the base record or of a parent. */
export interface FieldReference {
  /** As written: `Account.Industry`. */
  readonly name: string;
  readonly type: FormulaType;
  readonly field: Field;
  readonly steps: readonly RelationshipStep[];
  /** Relationship names, then the field: `['Account', 'Industry']`. */
  readonly path: readonly string[];
}

/** What decides how a blank is read. */
export interface ReadOptions {
  readonly blanksAsZero: boolean;
  /** A checkbox behind an empty lookup is false (computed fields), or cannot be told (rules). */
  readonly missingParentIsFalse: boolean;
  /** Ids keep their 18 characters. */
  readonly longIds: boolean;
}

/** Follows the steps to the record that holds the field; null when a lookup on the way is empty. */
export function holderOf(record: FormulaRecord, steps: readonly RelationshipStep[]): FormulaRecord | null {
  let holder: FormulaRecord | null = record;
  for (const step of steps) {
    holder = holder.parent(step.relationshipName);
    if (!holder || (step.onlyObject !== undefined && holder.objectName !== step.onlyObject)) return null;
  }
  return holder;
}

/** The field's stored value, for comparing before and after. */
export function rawValue(record: FormulaRecord, reference: FieldReference): FieldValue {
  const holder = holderOf(record, reference.steps);
  return holder ? holder.get(reference.field.name) : null;
}

/**
 * Builds the closure that reads the field from a record in the form formulas compute with.
 * @see https://help.salesforce.com/s/articleView?id=platform.building_formulas.htm&type=5
 */
export function compileRead(
  reference: FieldReference,
  options: ReadOptions,
): (record: FormulaRecord) => Value {
  const { steps } = reference;
  const readHere = compileReadHere(reference, options);
  if (steps.length === 0) return readHere;
  const missing = missingParentValue(reference.type, options);
  return (record) => {
    const holder = holderOf(record, steps);
    return holder ? readHere(holder) : missing;
  };
}

function compileReadHere(reference: FieldReference, options: ReadOptions): (record: FormulaRecord) => Value {
  const { field, type } = reference;
  const { name } = field;
  if (type === 'Number') return compileNumberRead(name, field.type === 'percent', options.blanksAsZero);
  if (type === 'Boolean') return (record) => record.get(name) === true;
  if (type === 'Location') return compileLocationRead(name);
  const read = readerOf(type === 'Id' && options.longIds ? 'Text' : type);
  return (record) => read(record.get(name));
}

function compileNumberRead(
  name: string,
  percent: boolean,
  blanksAsZero: boolean,
): (record: FormulaRecord) => ExactNumber | null {
  const blank = blanksAsZero ? 0 : null;
  return (record) => {
    const value = record.exactNumber?.(name) ?? (record.get(name) as number | null);
    if (value === null) return blank;
    return percent ? percentToFraction(value) : value;
  };
}

/** The parts of a geolocation `Site__c` are the fields `Site__Latitude__s` and `Site__Longitude__s`. */
function compileLocationRead(name: string): (record: FormulaRecord) => Value {
  const stem = name.replace(/__c$/i, '');
  return (record) => {
    const latitude = record.get(`${stem}__Latitude__s`);
    const longitude = record.get(`${stem}__Longitude__s`);
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
    return { latitude, longitude };
  };
}

function missingParentValue(type: FormulaType, options: ReadOptions): Value {
  switch (type) {
    case 'Text':
    case 'Id':
    case 'Picklist':
    case 'MultiPicklist':
      return '';
    case 'Number':
      return options.blanksAsZero ? 0 : null;
    case 'Boolean':
      return options.missingParentIsFalse ? false : null;
    default:
      return null;
  }
}
