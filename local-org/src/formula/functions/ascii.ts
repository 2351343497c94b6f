import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** ASCII(text): the code point of the first character; null for blank text. */
export const asciiFunction: FormulaFunction = {
  name: 'ASCII',
  documentation: helpPage('ascii'),
  parameters: [TEXT],
  returns: 'Number',
  compile: (call) => strict1<string>(call, (text) => text.codePointAt(0) ?? null),
};
