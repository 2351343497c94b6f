import type { ExactNumber } from '../values/decimal';
import { remainder } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict2 } from './strict';

/** MOD(number, divisor): the remainder, with the sign of the number. */
export const modFunction: FormulaFunction = {
  name: 'MOD',
  documentation: helpPage('mod'),
  parameters: [NUMBER, NUMBER],
  returns: 'Number',
  compile: (call) => strict2<ExactNumber, ExactNumber>(call, remainder),
};
