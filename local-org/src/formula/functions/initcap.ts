import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** INITCAP(text): the first letter of each word in upper case, the others in lower case. */
export const initcapFunction: FormulaFunction = {
  name: 'INITCAP',
  documentation: helpPage('initcap'),
  parameters: [TEXT],
  returns: 'Text',
  compile: (call) =>
    strict1<string>(call, (text) =>
      text.replace(/([\p{L}\p{N}])([\p{L}\p{N}\p{M}]*)/gu, (_, first: string, rest: string) => {
        return first.toUpperCase() + rest.toLowerCase();
      }),
    ),
};
