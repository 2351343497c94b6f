import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { repeated } from './parameters';

/** OR(condition, ...): stops at the first condition that is true. */
export const orFunction: FormulaFunction = {
  name: 'OR',
  documentation: helpPage('or'),
  parameters: [repeated('Boolean')],
  returns: 'Boolean',
  compile(call) {
    const conditions = call.arguments.map((condition) => condition.evaluate);
    return (environment) => {
      for (const condition of conditions) if (condition(environment) === true) return true;
      return false;
    };
  },
};
