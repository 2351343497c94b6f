import { rawValue } from '../compiler/field-reference';
import type { FormulaFunction } from './formula-function';
import { CHANGE_AWARE_USAGES, helpPage } from './formula-function';
import { ownField } from './own-field';
import { FIELD } from './parameters';

/** ISCHANGED(field): whether the stored value differs from before the save; false while the record is created. */
export const isChangedFunction: FormulaFunction = {
  name: 'ISCHANGED',
  documentation: helpPage('ischanged'),
  parameters: [FIELD],
  usages: CHANGE_AWARE_USAGES,
  returns: 'Boolean',
  compile(call) {
    const field = ownField(call, 'ISCHANGED');
    return ({ isNew, prior, record }) =>
      !isNew && prior !== null && rawValue(record, field) !== rawValue(prior, field);
  },
};
