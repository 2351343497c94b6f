import { escapeHtml } from '../../core';
import type { FormulaFunction } from './formula-function';
import { NOT_IN_FORMULA_FIELDS, helpPage } from './formula-function';
import { jsEncode } from './js-encode';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** JSINHTMLENCODE(text): for a JavaScript string inside an HTML attribute; HTML first, then JavaScript. */
export const jsInHtmlEncodeFunction: FormulaFunction = {
  name: 'JSINHTMLENCODE',
  documentation: helpPage('jsinhtmlencode'),
  parameters: [TEXT],
  usages: NOT_IN_FORMULA_FIELDS,
  returns: 'Text',
  compile: (call) => strict1<string>(call, (text) => jsEncode(escapeHtml(text))),
};
