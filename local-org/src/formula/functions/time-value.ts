import { startOfDay } from '../values/calendar';
import { parseTimeText } from '../values/text-formats';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { argument } from './strict';

/** TIMEVALUE(text or date and time): the time of day, in GMT. */
export const timeValueFunction: FormulaFunction = {
  name: 'TIMEVALUE',
  documentation: helpPage('timevalue'),
  parameters: [parameter('Text', 'DateTime', 'Time')],
  returns: 'Time',
  compile(call) {
    const { type, evaluate } = argument(call, 0);
    if (type === 'Time') return evaluate;
    return (environment) => {
      const value = evaluate(environment);
      if (value === null || value === '') return null;
      if (typeof value === 'string') return parseTimeText(value);
      return (value as number) - startOfDay(value as number);
    };
  },
};
