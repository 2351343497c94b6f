import type { ExactNumber } from '../values/decimal';
import { roundTo, toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict2 } from './strict';

/** ROUND(number, digits): half away from zero; negative digits round before the point. */
export const roundFunction: FormulaFunction = {
  name: 'ROUND',
  documentation: helpPage('round'),
  parameters: [NUMBER, NUMBER],
  returns: 'Number',
  compile: (call) =>
    strict2<ExactNumber, ExactNumber>(call, (value, digits) => roundTo(value, toInteger(digits), 'halfUp')),
};
