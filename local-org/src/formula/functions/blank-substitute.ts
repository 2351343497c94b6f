import { commonType } from '../compiler/common-type';
import { typeLabel, wrongArgumentType, wrongType } from '../compiler/type-errors';
import type { FormulaType } from '../types';
import type { FunctionCall } from './formula-function';
import { argument } from './strict';

/** The type of BLANKVALUE and NULLVALUE: that of the value, or of the substitute when the value is NULL. */
export function substituteType(call: FunctionCall): FormulaType {
  const [value, substitute] = [argument(call, 0), argument(call, 1)];
  if (value.type === 'Boolean' || value.type === 'Location')
    throw wrongArgumentType(call.element, call.position);
  const type = commonType(value.type, substitute.type);
  if (!type) throw wrongType(call.element, [typeLabel(value.type)], substitute);
  return type;
}
