import { UnsupportedFeatureError } from '../../../core';
import type { FormulaInput, ParentStep } from '../../../execution';
import type { Field } from '../../../schema';
import { quoteName } from '../../../storage';
import type { ColumnExpression } from '../binder/bound';

/** The function of the database that computes formula fields: the values of the inputs, then the number of the field. */
export const FORMULA_FUNCTION = 'formula_value';

/**
 * Writes a formula field: `formula_value("t0"."Id", "t0"."CloseDate", 3)`. The row that the statement looks at brings
 * along what the formula reads, of parents by their id, so that no record is read again.
 */
export function formulaSql({ source, field, formula }: ColumnExpression): string {
  if (!formula) throw new UnsupportedFeatureError(`SOQL: formula field ${source.type.name}.${field.name}`);
  const values = formula.inputs.list.map((input) => inputSql(source.alias, input));
  return `${FORMULA_FUNCTION}(${values.join(', ')}, ${formula.number})`;
}

function inputSql(alias: string, { steps, field }: FormulaInput): string {
  return fieldSql(alias, steps, steps.length, field);
}

/** A field of the record that the first `count` steps lead to. */
function fieldSql(alias: string, steps: readonly ParentStep[], count: number, field: Field): string {
  const step = steps[count - 1];
  if (!step) return `"${alias}".${quoteName(field.name)}`;
  const id = fieldSql(alias, steps, count - 1, step.reference);
  return `(SELECT ${quoteName(field.name)} FROM ${quoteName(step.parent.name)} WHERE "Id" = ${id})`;
}
