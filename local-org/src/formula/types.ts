import type { FieldValue } from '../core';
import type { Schema } from '../schema';
import type { ExactNumber } from './values/decimal';
import type { Value } from './values/value';

/** The type of a formula or of a part of one. `Null` is the type of NULL alone. */
export type FormulaType =
  | 'Text'
  | 'Number'
  | 'Boolean'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'Picklist'
  | 'MultiPicklist'
  | 'Id'
  | 'Location'
  | 'Null';

/** How blank numbers are read. @see https://help.salesforce.com/s/articleView?id=platform.building_formulas.htm&type=5 */
export type BlankHandling = 'BlankAsZero' | 'BlankAsBlank';

/** Where a formula stands; decides which functions and globals it may use (ISCHANGED only in rules, ...). */
export type FormulaUsage = 'formulaField' | 'validationRule' | 'defaultValue' | 'flow' | 'rule';

/** What a formula is compiled against. */
export interface FormulaScope {
  readonly schema: Pick<Schema, 'find'>;
  /** API name of the object whose record the formula reads. */
  readonly objectName: string;
  readonly usage: FormulaUsage;
  readonly blankHandling: BlankHandling;
  /** Type the result must have; absent when any will do. */
  readonly returnType?: FormulaType;
  /**
   * Type of a global such as `['$User', 'Department']`, `['$CustomMetadata', 'Gate__mdt', 'A', 'Days__c']`, or
   * `['$Permission', 'Bypass']`. Undefined when there is none: the formula then fails to compile.
   */
  globalType(path: readonly string[]): FormulaType | undefined;
}

/** A record as a formula reads it. Formula fields are answered computed. */
export interface FormulaRecord {
  readonly objectName: string;
  /** A field by canonical API name. Percent fields in display form (50 is 50 %): the engine divides. */
  get(fieldName: string): FieldValue;
  /**
   * A number with all its digits, where the caller has more than a double holds (formula fields read by formulas).
   * Undefined falls back on {@link get}.
   */
  exactNumber?(fieldName: string): ExactNumber | undefined;
  /** The record behind a relationship (`Account`, `Competitor__r`, `Owner`), or null when the lookup is empty. */
  parent(relationshipName: string): FormulaRecord | null;
}

/** What a compiled formula is evaluated in. */
export interface FormulaEnvironment {
  readonly record: FormulaRecord;
  /** The record before the change; null on insert. */
  readonly prior: FormulaRecord | null;
  readonly isNew: boolean;
  readonly isClone: boolean;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** IANA name of the running user's time zone, for TODAY() and DATEVALUE: `America/Los_Angeles`. */
  readonly timeZone: string;
  /** Value of a global, by the same path as in {@link FormulaScope.globalType}. */
  global(path: readonly string[]): FieldValue;
  /** VLOOKUP: `resultField` of the first record of `objectName` whose `keyField` is `key`. */
  lookup(objectName: string, resultField: string, keyField: string, key: FieldValue): FieldValue;
}

/** A formula ready to run. */
export interface CompiledFormula {
  readonly type: FormulaType;
  /** Fields the formula reads, as paths of canonical names from the base object: `['Account', 'Industry']`. */
  readonly references: readonly (readonly string[])[];
  /** Whether the text is HTML (HYPERLINK, IMAGE or BR is used), so that describe says `htmlFormatted`. */
  readonly html: boolean;
  /** Functions it calls, upper-case. */
  readonly functions: ReadonlySet<string>;
  /**
   * Computes the value. Percent results are in the fraction (0.5), as the formula computed them.
   * @throws FormulaError when the formula fails at run time (division by zero, bad date text, ...)
   */
  evaluate(environment: FormulaEnvironment): FieldValue;
  /**
   * Computes the value in the form formulas compute with: numbers with all their digits, dates in milliseconds.
   * @throws FormulaError as {@link evaluate}
   */
  evaluateExact(environment: FormulaEnvironment): Value;
}
