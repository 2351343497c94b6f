import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER, TEXT } from './parameters';
import { argument } from './strict';

/** RIGHT(text, count). */
export const rightFunction: FormulaFunction = {
  name: 'RIGHT',
  documentation: helpPage('right'),
  parameters: [TEXT, NUMBER],
  returns: 'Text',
  compile(call) {
    const [text, count] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    return (environment) => {
      const length = toInteger((count(environment) ?? 0) as ExactNumber);
      return length <= 0 ? '' : ((text(environment) ?? '') as string).slice(-length);
    };
  },
};
