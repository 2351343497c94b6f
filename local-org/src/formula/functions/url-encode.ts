import type { FormulaFunction } from './formula-function';
import { NOT_IN_FORMULA_FIELDS, helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** URLENCODE(text): as in a web form, a blank becomes `+`. */
export const urlEncodeFunction: FormulaFunction = {
  name: 'URLENCODE',
  documentation: helpPage('urlencode'),
  parameters: [TEXT],
  usages: NOT_IN_FORMULA_FIELDS,
  returns: 'Text',
  compile: (call) =>
    strict1<string>(call, (text) =>
      encodeURIComponent(text)
        .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%20', '+'),
    ),
};
