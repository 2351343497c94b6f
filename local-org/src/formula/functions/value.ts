import { FormulaError } from '../errors';
import { exactNumber } from '../values/decimal';
import { isNumberText } from '../values/text-formats';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** VALUE(text): null for blank; fails at run time for anything but a plain number. */
export const valueFunction: FormulaFunction = {
  name: 'VALUE',
  documentation: helpPage('value'),
  parameters: [TEXT],
  returns: 'Number',
  compile: (call) =>
    strict1<string>(call, (text) => {
      if (text === '') return null;
      if (!isNumberText(text)) throw new FormulaError(`The value '${text}' is not a valid number.`);
      return exactNumber(text);
    }),
};
