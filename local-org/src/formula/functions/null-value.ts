import type { Value } from '../values/value';
import { isText } from '../values/value';
import { substituteType } from './blank-substitute';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { ANY } from './parameters';
import { argument } from './strict';

/** NULLVALUE(expression, substitute): the substitute for null; text is never null. */
export const nullValueFunction: FormulaFunction = {
  name: 'NULLVALUE',
  documentation: helpPage('nullvalue'),
  parameters: [ANY, ANY],
  returns: substituteType,
  compile(call) {
    const [value, substitute] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    const blank: Value = isText(substituteType(call)) ? '' : null;
    return (environment) => value(environment) ?? substitute(environment) ?? blank;
  },
};
