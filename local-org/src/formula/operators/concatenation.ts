import { wrongType } from '../compiler/type-errors';
import { isText } from '../values/value';
import type { FormulaOperator } from './operator';
import { OPERATORS_PAGE } from './operator';

/** `&`: joins two texts. */
export const concatenation: FormulaOperator = {
  operator: '&',
  documentation: OPERATORS_PAGE,
  compile({ element, left, right }) {
    for (const operand of [left, right]) {
      if (!isText(operand.type) && operand.type !== 'Null') throw wrongType(element, ['Text'], operand);
    }
    return {
      type: 'Text',
      evaluate: (environment) =>
        `${(left.evaluate(environment) ?? '') as string}${(right.evaluate(environment) ?? '') as string}`,
    };
  },
};
