import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { argument } from './strict';

/** LEN(text): 0 for blank. */
export const lenFunction: FormulaFunction = {
  name: 'LEN',
  documentation: helpPage('len'),
  parameters: [TEXT],
  returns: 'Number',
  compile(call) {
    const { evaluate } = argument(call, 0);
    return (environment) => ((evaluate(environment) ?? '') as string).length;
  },
};
