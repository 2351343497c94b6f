import { startOfDay } from '../values/calendar';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';

/** TIMENOW(): the time of day, in GMT. */
export const timeNowFunction: FormulaFunction = {
  name: 'TIMENOW',
  documentation: helpPage('timenow'),
  parameters: [],
  returns: 'Time',
  compile: () => (environment) => environment.nowMs - startOfDay(environment.nowMs),
};
