import type { Expression } from '../compiler/expression';
import { wrongArgumentType, wrongType } from '../compiler/type-errors';
import type { FunctionCall } from './formula-function';
import { argument } from './strict';

/** What ISBLANK and ISNULL take: anything but a checkbox; a single-select picklist only in flows. */
export function isBlankParameter(call: FunctionCall): Expression {
  const value = argument(call, 0);
  if (value.type === 'Boolean') throw wrongArgumentType(call.element, call.position);
  if (value.type === 'Picklist' && call.context.scope.usage !== 'flow')
    throw wrongType(call.element, ['Text'], value);
  return value;
}
