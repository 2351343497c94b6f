import { localDay } from '../values/time-zone';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';

/** TODAY(): the day it is in the user's time zone. */
export const todayFunction: FormulaFunction = {
  name: 'TODAY',
  documentation: helpPage('today'),
  parameters: [],
  returns: 'Date',
  compile: () => (environment) => localDay(environment.nowMs, environment.timeZone),
};
