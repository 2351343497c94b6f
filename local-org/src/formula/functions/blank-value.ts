import type { Value } from '../values/value';
import { isText } from '../values/value';
import { substituteType } from './blank-substitute';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { ANY } from './parameters';
import { argument } from './strict';

/** BLANKVALUE(expression, substitute): the substitute for null, and for text without a visible character. */
export const blankValueFunction: FormulaFunction = {
  name: 'BLANKVALUE',
  documentation: helpPage('blankvalue'),
  parameters: [ANY, ANY],
  returns: substituteType,
  compile(call) {
    const [value, substitute] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    const blank: Value = isText(substituteType(call)) ? '' : null;
    return (environment) => {
      const result = value(environment);
      const isBlank = typeof result === 'string' ? result.trim() === '' : result === null;
      return isBlank ? (substitute(environment) ?? blank) : result;
    };
  },
};
