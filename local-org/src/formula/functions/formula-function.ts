import type { SourcePosition } from '../../core';
import type { CompileContext } from '../compiler/compile-context';
import type { Evaluate, Expression } from '../compiler/expression';
import type { FormulaType, FormulaUsage } from '../types';

/**
 * What a parameter takes: a formula type, `Any` value, a `TextLiteral` written in quotes, a bare `Field`, or an
 * `ObjectField` written `$ObjectType.Name.Fields.Name`. Ids count as text, and NULL fits every type but the last three.
 */
export type ParameterType = FormulaType | 'Any' | 'TextLiteral' | 'Field' | 'ObjectField';

/** One parameter of a function. */
export interface Parameter {
  readonly types: readonly ParameterType[];
  readonly optional?: true;
  /** The last parameter may be given any number of times, at least once unless it is optional. */
  readonly repeated?: true;
}

/** A call whose parameters passed the check. */
export interface FunctionCall {
  /** As messages name it: `function 'IF()'`. */
  readonly element: string;
  readonly arguments: readonly Expression[];
  readonly position: SourcePosition;
  readonly context: CompileContext;
}

/** A function of the formula language, as data. */
export interface FormulaFunction {
  /** Upper-case: `ISPICKVAL`. */
  readonly name: string;
  /** Documentation page that describes it. */
  readonly documentation: string;
  readonly parameters: readonly Parameter[];
  /** Kinds of formula that may use it; absent when all may. */
  readonly usages?: readonly FormulaUsage[];
  /** Type of the result; the function throws a FormulaError for arguments that do not go together. */
  readonly returns: FormulaType | ((call: FunctionCall) => FormulaType);
  /** The result still counts as the field that is its first argument (PRIORVALUE). */
  readonly returnsField?: true;
  /** Builds the closure that computes it. */
  compile(call: FunctionCall): Evaluate;
}

/** Page of the help about one function: `helpPage('isnew')`. */
export function helpPage(page: string): string {
  return `https://help.salesforce.com/s/articleView?id=platform.customize_functions_${page}.htm&type=5`;
}

/** Formulas that run when a record is saved or a flow runs, where the value before the change is known. */
export const CHANGE_AWARE_USAGES: readonly FormulaUsage[] = ['validationRule', 'rule', 'flow'];

/** Every kind of formula but the formula field. */
export const NOT_IN_FORMULA_FIELDS: readonly FormulaUsage[] = [
  'validationRule',
  'rule',
  'flow',
  'defaultValue',
];
