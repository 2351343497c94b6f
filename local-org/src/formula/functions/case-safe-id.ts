import { toId18 } from '../../core';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { strict1 } from './strict';

/** CASESAFEID(id): the 18-character form of an id. */
export const caseSafeIdFunction: FormulaFunction = {
  name: 'CASESAFEID',
  documentation: helpPage('casesafeid'),
  parameters: [TEXT],
  returns: 'Text',
  compile: (call) => strict1<string>(call, (id) => (/^[0-9A-Za-z]{15}$/.test(id) ? toId18(id) : id)),
};
