import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT, optional } from './parameters';
import { argument } from './strict';

/** FIND(part, text[, start]): position from 1; 0 when it is not found or one of them is blank. */
export const findFunction: FormulaFunction = {
  name: 'FIND',
  documentation: helpPage('find'),
  parameters: [TEXT, TEXT, optional('Number')],
  returns: 'Number',
  compile(call) {
    const [part, text] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    const start = call.arguments[2]?.evaluate;
    return (environment) => {
      const from = start ? toInteger((start(environment) ?? 0) as ExactNumber) : 0;
      const wanted = (part(environment) ?? '') as string;
      const value = (text(environment) ?? '') as string;
      if (wanted === '' || value === '') return 0;
      return value.indexOf(wanted, Math.max(0, from - 1)) + 1;
    };
  },
};
