import { formulaTypeOf, type FormulaType } from '../formula';
import type { Field } from '../schema';

/**
 * The type that the expression of a formula field or default must have: that of the field, and text for picklists
 * and references.
 */
export function formulaResultTypeOf(field: Field): FormulaType | undefined {
  const type = formulaTypeOf(field);
  return type === 'Picklist' || type === 'MultiPicklist' || type === 'Id' ? 'Text' : type;
}
