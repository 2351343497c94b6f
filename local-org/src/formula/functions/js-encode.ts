import type { FormulaFunction } from './formula-function';
import { NOT_IN_FORMULA_FIELDS, helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** Characters of a JavaScript string that HTML or the string would trip over. */
const JS_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '<': '\\u003C',
  '>': '\\u003E',
};

/** JSENCODE(text): escapes a text for a JavaScript string. */
export const jsEncodeFunction: FormulaFunction = {
  name: 'JSENCODE',
  documentation: helpPage('jsencode'),
  parameters: [TEXT],
  usages: NOT_IN_FORMULA_FIELDS,
  returns: 'Text',
  compile: (call) => strict1<string>(call, jsEncode),
};

/** Escapes a text for a JavaScript string inside a page. */
export function jsEncode(text: string): string {
  return text.replace(/[\\'"\n\r\t<>]/g, (character) => JS_ESCAPES[character] ?? character);
}
