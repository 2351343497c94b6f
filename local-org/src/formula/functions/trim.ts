import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** TRIM(text): drops spaces, and only spaces, at both ends. */
export const trimFunction: FormulaFunction = {
  name: 'TRIM',
  documentation: helpPage('trim'),
  parameters: [TEXT],
  returns: 'Text',
  compile: (call) => strict1<string>(call, (text) => text.replace(/^ +| +$/g, '')),
};
