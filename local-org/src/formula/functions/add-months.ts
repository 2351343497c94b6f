import { addMonths } from '../values/calendar';
import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER, parameter } from './parameters';
import { argument, strict2 } from './strict';

/** ADDMONTHS(date, months): the last day of a month stays the last day; fractions of a month are dropped. */
export const addMonthsFunction: FormulaFunction = {
  name: 'ADDMONTHS',
  documentation: helpPage('addmonths'),
  parameters: [parameter('Date', 'DateTime'), NUMBER],
  returns: (call) => argument(call, 0).type,
  compile: (call) => strict2<number, ExactNumber>(call, (date, months) => addMonths(date, toInteger(months))),
};
