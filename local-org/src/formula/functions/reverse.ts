import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** REVERSE(text). */
export const reverseFunction: FormulaFunction = {
  name: 'REVERSE',
  documentation: helpPage('reverse'),
  parameters: [TEXT],
  returns: 'Text',
  compile: (call) => strict1<string>(call, (text) => [...text].reverse().join('')),
};
