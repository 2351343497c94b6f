import type { FormulaFunction } from './formula-function';
import { CHANGE_AWARE_USAGES, helpPage } from './formula-function';

/** ISCLONE(): whether the record is created as a copy of another. */
export const isCloneFunction: FormulaFunction = {
  name: 'ISCLONE',
  documentation: helpPage('isclone'),
  parameters: [],
  usages: CHANGE_AWARE_USAGES,
  returns: 'Boolean',
  compile: () => (environment) => environment.isClone,
};
