import type { FormulaType } from '../types';
import type { Parameter } from './formula-function';

/** A parameter of one type. */
export function parameter(...types: Parameter['types']): Parameter {
  return { types };
}

/** A parameter that may be left out. */
export function optional(...types: Parameter['types']): Parameter {
  return { types, optional: true };
}

/** A parameter that may be repeated. */
export function repeated(...types: FormulaType[]): Parameter {
  return { types, repeated: true };
}

export const TEXT = parameter('Text');
export const NUMBER = parameter('Number');
export const BOOLEAN = parameter('Boolean');
export const ANY = parameter('Any');
export const TEXT_LITERAL = parameter('TextLiteral');
export const FIELD = parameter('Field');
