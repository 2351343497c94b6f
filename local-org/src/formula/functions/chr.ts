import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { argument } from './strict';

/** CHR(number): the character of a code point; blank when there is none. */
export const chrFunction: FormulaFunction = {
  name: 'CHR',
  documentation: helpPage('chr'),
  parameters: [NUMBER],
  returns: 'Text',
  compile(call) {
    const { evaluate } = argument(call, 0);
    return (environment) => {
      const code = toInteger((evaluate(environment) ?? 0) as ExactNumber);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    };
  },
};
