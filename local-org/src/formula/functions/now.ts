import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';

/** NOW(). */
export const nowFunction: FormulaFunction = {
  name: 'NOW',
  documentation: helpPage('now'),
  parameters: [],
  returns: 'DateTime',
  compile: () => (environment) => environment.nowMs,
};
