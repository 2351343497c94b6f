import { escapeHtml } from '../../core';
import type { FormulaFunction } from './formula-function';
import { NOT_IN_FORMULA_FIELDS, helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** HTMLENCODE(text): escapes what means something in HTML. */
export const htmlEncodeFunction: FormulaFunction = {
  name: 'HTMLENCODE',
  documentation: helpPage('htmlencode'),
  parameters: [TEXT],
  usages: NOT_IN_FORMULA_FIELDS,
  returns: 'Text',
  compile: (call) => strict1<string>(call, escapeHtml),
};
