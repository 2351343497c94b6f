import type { FieldValue } from '../../core';
import type { FormulaType, FormulaUsage } from '../types';

/** A record in a case: fields by name, parents by relationship name; `$object` names a polymorphic parent's object. */
export interface CaseRecord {
  readonly [name: string]: FieldValue | CaseRecord;
}

/**
 * One case: a formula on a record and what it gives. Without `zero` and `blank`, both blank modes give `is`.
 *
 * Example: `{ "formula": "Amount > 1000", "record": { "Amount": 1500 }, "is": true }`
 */
export interface FormulaCase {
  readonly formula: string;
  /** Object the formula stands on; Opportunity unless told. */
  readonly on?: string;
  /** Kind of formula; a validation rule unless told. */
  readonly as?: FormulaUsage;
  readonly returns?: FormulaType;
  readonly record?: CaseRecord;
  /** The record before the save; its absence means a new record when `isNew`. */
  readonly prior?: CaseRecord;
  readonly isNew?: boolean;
  readonly isClone?: boolean;
  readonly timeZone?: string;
  /** ISO moment the formula runs at. */
  readonly now?: string;
  readonly is?: FieldValue;
  readonly zero?: FieldValue;
  readonly blank?: FieldValue;
  /** Message of the error, at compile time or at run time. */
  readonly error?: string;
  /** `line:column` of a compile error. */
  readonly at?: string;
  /** Number of the behaviour that the case shows, for the reader. */
  readonly fact?: string;
}

/** A file of the schema and the globals that cases share. */
export interface CaseWorld {
  /** Objects by name, their fields by name: a type, or a type with details. */
  readonly objects: Readonly<Record<string, { readonly keyPrefix: string; readonly fields: CaseFields }>>;
  /** Globals by path: `"$User.Department": ["Text", "Sales"]`. */
  readonly globals: Readonly<Record<string, readonly [FormulaType, FieldValue]>>;
  /** Records that VLOOKUP finds, by object. */
  readonly lookups: Readonly<Record<string, readonly Readonly<Record<string, FieldValue>>[]>>;
}

/** Fields of an object in the shared schema. */
export type CaseFields = Readonly<Record<string, string | CaseFieldDetails>>;

/** A field with details: `{ "type": "reference", "to": ["Account"], "as": "Account" }`. */
export interface CaseFieldDetails {
  readonly type: string;
  readonly to?: readonly string[];
  readonly as?: string;
  readonly length?: number;
  readonly html?: boolean;
}
