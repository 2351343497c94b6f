import type { FieldReference } from '../compiler/field-reference';
import { FormulaError } from '../errors';
import type { FunctionCall } from './formula-function';
import { argument } from './strict';

/**
 * The field that ISCHANGED or PRIORVALUE is about; it must be one of the record itself.
 *
 * UNVERIFIED: that a field of a parent is refused at compile time, with this text.
 */
export function ownField(call: FunctionCall, name: string): FieldReference {
  const { field, position } = argument(call, 0) as {
    field: FieldReference;
    position: FunctionCall['position'];
  };
  if (field.steps.length > 0) {
    throw new FormulaError(`The ${name} function cannot reference the ${field.name} field.`, position);
  }
  return field;
}
