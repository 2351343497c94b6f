import type { ExactNumber, WholeRounding } from '../values/decimal';
import { toWhole } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict1 } from './strict';

/** A function that rounds to a whole number. */
export function roundingFunction(name: string, rounding: WholeRounding): FormulaFunction {
  return {
    name,
    documentation: helpPage(name.toLowerCase()),
    parameters: [NUMBER],
    returns: 'Number',
    compile: (call) => strict1<ExactNumber>(call, (value) => toWhole(value, rounding)),
  };
}
