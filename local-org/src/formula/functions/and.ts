import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { repeated } from './parameters';

/** AND(condition, ...): stops at the first condition that is not true; one condition is enough. */
export const andFunction: FormulaFunction = {
  name: 'AND',
  documentation: helpPage('and'),
  parameters: [repeated('Boolean')],
  returns: 'Boolean',
  compile(call) {
    const conditions = call.arguments.map((condition) => condition.evaluate);
    return (environment) => {
      for (const condition of conditions) if (condition(environment) !== true) return false;
      return true;
    };
  },
};
