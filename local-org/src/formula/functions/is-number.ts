import { isNumberText } from '../values/text-formats';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { argument } from './strict';

/** ISNUMBER(text): whether VALUE would read it. */
export const isNumberFunction: FormulaFunction = {
  name: 'ISNUMBER',
  documentation: helpPage('isnumber'),
  parameters: [TEXT],
  returns: 'Boolean',
  compile(call) {
    const { evaluate } = argument(call, 0);
    return (environment) => isNumberText((evaluate(environment) ?? '') as string);
  },
};
