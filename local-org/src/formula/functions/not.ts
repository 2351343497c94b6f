import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { BOOLEAN } from './parameters';
import { strict1 } from './strict';

/** NOT(condition). The parser reads it as an operator; this entry documents it. Null stays null. */
export const notFunction: FormulaFunction = {
  name: 'NOT',
  documentation: helpPage('not'),
  parameters: [BOOLEAN],
  returns: 'Boolean',
  compile: (call) => strict1<boolean>(call, (condition) => !condition),
};
