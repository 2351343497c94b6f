import { parseDateText } from '../values/text-formats';
import { localDay } from '../values/time-zone';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { argument } from './strict';

/** DATEVALUE(text or date and time): a moment becomes the day it falls on in the user's time zone. */
export const dateValueFunction: FormulaFunction = {
  name: 'DATEVALUE',
  documentation: helpPage('datevalue'),
  parameters: [parameter('Text', 'DateTime', 'Date')],
  returns: 'Date',
  compile(call) {
    const { type, evaluate } = argument(call, 0);
    if (type === 'Date') return evaluate;
    return (environment) => {
      const value = evaluate(environment);
      if (value === null || value === '') return null;
      return type === 'DateTime'
        ? localDay(value as number, environment.timeZone)
        : parseDateText(value as string);
    };
  },
};
