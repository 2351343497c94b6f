import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict1 } from './strict';

/** FROMUNIXTIME(seconds since 1970). */
export const fromUnixTimeFunction: FormulaFunction = {
  name: 'FROMUNIXTIME',
  documentation: helpPage('fromunixtime'),
  parameters: [NUMBER],
  returns: 'DateTime',
  compile: (call) => strict1<ExactNumber>(call, (seconds) => toInteger(seconds) * 1000),
};
