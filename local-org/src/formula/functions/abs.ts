import type { ExactNumber } from '../values/decimal';
import { compare, negate } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict1 } from './strict';

/** ABS(number). */
export const absFunction: FormulaFunction = {
  name: 'ABS',
  documentation: helpPage('abs'),
  parameters: [NUMBER],
  returns: 'Number',
  compile: (call) => strict1<ExactNumber>(call, (value) => (compare(value, 0) < 0 ? negate(value) : value)),
};
