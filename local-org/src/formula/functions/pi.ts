import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';

/** PI(). */
export const piFunction: FormulaFunction = {
  name: 'PI',
  documentation: helpPage('pi'),
  parameters: [],
  returns: 'Number',
  compile: () => () => Math.PI,
};
