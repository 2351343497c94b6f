import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT_LITERAL, parameter } from './parameters';
import { argument } from './strict';

/** ISPICKVAL(picklist, text): whether that value is selected; `''` asks for none. */
export const isPickValFunction: FormulaFunction = {
  name: 'ISPICKVAL',
  documentation: helpPage('ispickval'),
  parameters: [parameter('Picklist'), TEXT_LITERAL],
  returns: 'Boolean',
  compile(call) {
    const { evaluate } = argument(call, 0);
    const wanted = argument(call, 1).literal;
    return (environment) => evaluate(environment) === wanted;
  },
};
