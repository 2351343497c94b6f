import { isText } from '../values/value';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { isBlankParameter } from './picklist-blank';

/** ISNULL(expression): true for null; text is never null, so use ISBLANK there. */
export const isNullFunction: FormulaFunction = {
  name: 'ISNULL',
  documentation: helpPage('isnull'),
  parameters: [parameter('Any', 'Picklist', 'MultiPicklist')],
  returns: 'Boolean',
  compile(call) {
    const { type, evaluate } = isBlankParameter(call);
    if (isText(type)) return () => false;
    return (environment) => {
      const value = evaluate(environment);
      return value === null || value === '';
    };
  },
};
