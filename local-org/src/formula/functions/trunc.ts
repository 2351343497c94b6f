import type { ExactNumber } from '../values/decimal';
import { roundTo, toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER, optional } from './parameters';
import { strict1, strict2 } from './strict';

/** TRUNC(number[, digits]): cuts digits off; none are left after the point unless told. */
export const truncFunction: FormulaFunction = {
  name: 'TRUNC',
  documentation: helpPage('trunc'),
  parameters: [NUMBER, optional('Number')],
  returns: 'Number',
  compile(call) {
    if (call.arguments.length === 1) return strict1<ExactNumber>(call, (value) => roundTo(value, 0, 'down'));
    return strict2<ExactNumber, ExactNumber>(call, (value, digits) =>
      roundTo(value, toInteger(digits), 'down'),
    );
  },
};
