import type { ExactNumber } from '../values/decimal';
import { toDouble } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict2 } from './strict';

/** ATAN2(y, x), in radians. */
export const atan2Function: FormulaFunction = {
  name: 'ATAN2',
  documentation: helpPage('atan2'),
  parameters: [NUMBER, NUMBER],
  returns: 'Number',
  compile: (call) =>
    strict2<ExactNumber, ExactNumber>(call, (y, x) => Math.atan2(toDouble(y), toDouble(x)) + 0),
};
