import type { ExactNumber } from '../values/decimal';
import { compare } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { repeated } from './parameters';

/** MAX(number, ...): null when one of them is. */
export const maxFunction: FormulaFunction = {
  name: 'MAX',
  documentation: helpPage('max'),
  parameters: [repeated('Number')],
  returns: 'Number',
  compile(call) {
    const numbers = call.arguments.map((number) => number.evaluate);
    return (environment) => {
      let result: ExactNumber | undefined;
      for (const number of numbers) {
        const value = number(environment) as ExactNumber | null;
        if (value === null) return null;
        if (result === undefined || compare(value, result) > 0) result = value;
      }
      return result ?? null;
    };
  },
};
