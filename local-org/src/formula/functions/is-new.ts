import type { FormulaFunction } from './formula-function';
import { CHANGE_AWARE_USAGES, helpPage } from './formula-function';

/** ISNEW(): whether the record is being created. */
export const isNewFunction: FormulaFunction = {
  name: 'ISNEW',
  documentation: helpPage('isnew'),
  parameters: [],
  usages: CHANGE_AWARE_USAGES,
  returns: 'Boolean',
  compile: () => (environment) => environment.isNew,
};
