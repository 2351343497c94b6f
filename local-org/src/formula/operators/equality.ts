import type { Evaluate, Expression } from '../compiler/expression';
import { commonType } from '../compiler/common-type';
import { typeLabel, wrongArgumentType, wrongType } from '../compiler/type-errors';
import type { FormulaType } from '../types';
import type { ExactNumber } from '../values/decimal';
import { compare } from '../values/decimal';
import { isStringType } from '../values/value';
import type { Value } from '../values/value';
import type { BinaryOperation, FormulaOperator } from './operator';
import { OPERATORS_PAGE } from './operator';

/** `=`: null when a side is null, unless both are text, where blank equals blank. */
export const equality: FormulaOperator = {
  operator: '=',
  documentation: OPERATORS_PAGE,
  compile: (operation) => ({ type: 'Boolean', evaluate: compileEquality(operation, true) }),
};

/** `<>`: the opposite of `=`; null when that is null. */
export const inequality: FormulaOperator = {
  operator: '<>',
  documentation: OPERATORS_PAGE,
  compile: (operation) => ({ type: 'Boolean', evaluate: compileEquality(operation, false) }),
};

function compileEquality({ element, left, right, position }: BinaryOperation, whenEqual: boolean): Evaluate {
  for (const operand of [left, right]) {
    if (operand.type === 'Location') throw wrongArgumentType(element, position);
    if (operand.type === 'Picklist' || operand.type === 'MultiPicklist') {
      throw wrongType(element, ['Text'], operand);
    }
  }
  const type = commonType(left.type, right.type);
  if (!type) throw wrongType(element, [typeLabel(left.type)], right);
  return compileComparison(left, right, equalsOf(type), whenEqual);
}

function compileComparison(
  left: Expression,
  right: Expression,
  equals: (left: Value, right: Value) => boolean | null,
  whenEqual: boolean,
): Evaluate {
  return (environment) => {
    const equal = equals(left.evaluate(environment), right.evaluate(environment));
    return equal === null ? null : equal === whenEqual;
  };
}

/** How two values of a type are compared for equality; null when it cannot be told. */
export function equalsOf(type: FormulaType): (left: Value, right: Value) => boolean | null {
  if (isStringType(type)) return (left, right) => (left ?? '') === (right ?? '');
  if (type === 'Number') {
    return (left, right) =>
      left === null || right === null ? null : compare(left as ExactNumber, right as ExactNumber) === 0;
  }
  return (left, right) => (left === null || right === null ? null : left === right);
}
