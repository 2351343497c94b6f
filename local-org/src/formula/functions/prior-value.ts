import { compilePriorRead } from '../compiler/compile-reference';
import type { FormulaFunction } from './formula-function';
import { CHANGE_AWARE_USAGES, helpPage } from './formula-function';
import { ownField } from './own-field';
import { FIELD } from './parameters';
import { argument } from './strict';

/** PRIORVALUE(field): the value before the save; the current one while the record is created. */
export const priorValueFunction: FormulaFunction = {
  name: 'PRIORVALUE',
  documentation: helpPage('priorvalue'),
  parameters: [FIELD],
  usages: CHANGE_AWARE_USAGES,
  returns: (call) => argument(call, 0).type,
  returnsField: true,
  compile: (call) => compilePriorRead(ownField(call, 'PRIORVALUE'), call.context),
};
