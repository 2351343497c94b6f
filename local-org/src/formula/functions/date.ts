import { FormulaError } from '../errors';
import { dayToEpochMs } from '../values/calendar';
import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict3 } from './strict';

/** DATE(year, month, day): fails at run time when there is no such day; null when a part is. */
export const dateFunction: FormulaFunction = {
  name: 'DATE',
  documentation: helpPage('date'),
  parameters: [NUMBER, NUMBER, NUMBER],
  returns: 'Date',
  compile: (call) =>
    strict3<ExactNumber, ExactNumber, ExactNumber>(call, (year, month, day) => {
      const wholeYear = toInteger(year);
      if (wholeYear < 1 || wholeYear > 9999) throw new FormulaError('Year out of range in DATE() function');
      const date = dayToEpochMs(wholeYear, toInteger(month), toInteger(day));
      if (date === undefined) throw new FormulaError('Month or Day out of range in DATE() function');
      return date;
    }),
};
