import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { isBlankParameter } from './picklist-blank';

/** ISBLANK(expression): true for null and for empty text. */
export const isBlankFunction: FormulaFunction = {
  name: 'ISBLANK',
  documentation: helpPage('isblank'),
  parameters: [parameter('Any', 'Picklist', 'MultiPicklist')],
  returns: 'Boolean',
  compile(call) {
    const { evaluate } = isBlankParameter(call);
    return (environment) => {
      const value = evaluate(environment);
      return value === null || value === '';
    };
  },
};
