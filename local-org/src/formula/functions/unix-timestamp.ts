import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { strict1 } from './strict';

/** UNIXTIMESTAMP(date, date and time, or time): whole seconds since 1970, or of the day. */
export const unixTimestampFunction: FormulaFunction = {
  name: 'UNIXTIMESTAMP',
  documentation: helpPage('unixtimestamp'),
  parameters: [parameter('Date', 'DateTime', 'Time')],
  returns: 'Number',
  compile: (call) => strict1<number>(call, (value) => Math.trunc(value / 1000) + 0),
};
