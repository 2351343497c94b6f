import { markup } from '../values/markup';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';

/** BR(): a line break; `<br>` in a formula field, a new line elsewhere. */
export const brFunction: FormulaFunction = {
  name: 'BR',
  documentation: helpPage('br'),
  parameters: [],
  returns: 'Text',
  compile({ context }) {
    if (context.scope.usage !== 'formulaField') return () => '\n';
    context.html = true;
    const line = markup('<br>');
    return () => line;
  },
};
