import type { SourcePosition } from '../../core';
import type { FormulaEnvironment, FormulaType } from '../types';
import type { Value } from '../values/value';
import type { FieldReference } from './field-reference';

/** Computes a part of a formula. */
export type Evaluate = (environment: FormulaEnvironment) => Value;

/** A field of any object, as VLOOKUP names it: `$ObjectType.Zip_Code__c.Fields.City__c`. */
export interface ObjectField {
  readonly objectName: string;
  readonly fieldName: string;
  /** Whether values come in display form (50 is 50 %). */
  readonly percent: boolean;
}

/** A part of a formula that passed the type check, ready to run. */
export interface Expression {
  readonly type: FormulaType;
  readonly evaluate: Evaluate;
  readonly position: SourcePosition;
  /** The value of a constant written in the formula; absent for anything computed. */
  readonly literal?: Value;
  /** The field, when the expression is nothing but a field of a record (or PRIORVALUE of one). */
  readonly field?: FieldReference;
  /** The field of another object, for VLOOKUP alone. */
  readonly objectField?: ObjectField;
}
