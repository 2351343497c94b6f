import type { FieldValue } from '../../../core';
import type { Field } from '../../../schema';
import type { SqlValue } from '../../../storage';
import type { BoundExpression, ColumnExpression } from '../binder/bound';
import { kindOf } from '../binder/value-kind';
import { formatValue, type FormatContext, type FormattedField } from './format-value';

/** Turns a column value into the answer's value. */
export type Decoder = (value: SqlValue, context: FormatContext) => FieldValue;

/** How values of an expression are decoded; null when they are answered as stored. */
export function decoderOf(expression: BoundExpression): Decoder | null {
  if (expression.kind === 'format') return formatterOf(expression.operand);
  if (expression.kind === 'label') return labelDecoder(expression.operand.field);
  return kindOf(expression) === 'boolean' ? (value) => value === 1 : null;
}

/** A decoder that leaves null as it is: in aggregate rows null is a subtotal, also of a checkbox. */
export function nullable(decode: Decoder | null): Decoder | null {
  return decode && ((value, context) => (value === null ? null : decode(value, context)));
}

/** Multi-select picklists hold several values, so their labels are looked up one by one. */
function labelDecoder(field: Field): Decoder | null {
  if (field.type !== 'multipicklist') return null;
  const labels = new Map(field.picklist?.values.map((value) => [value.value.toLowerCase(), value.label]));
  return (value) =>
    typeof value === 'string'
      ? value
          .split(';')
          .map((part) => labels.get(part.toLowerCase()) ?? part)
          .join(';')
      : value;
}

/** FORMAT() of a column or aggregate; an aggregate is written as its operand is. */
function formatterOf(operand: BoundExpression): Decoder {
  const field = formattedField(operand);
  const kind = kindOf(operand);
  const formatted: FormattedField = {
    type: kind === 'date' || kind === 'datetime' ? kind : (field?.type ?? 'double'),
    scale: field?.scale ?? 0,
  };
  if (kind === 'boolean') return (value) => (value === null ? null : value === 1);
  return (value, context) => formatValue(value, formatted, context);
}

function formattedField(operand: BoundExpression): Field | undefined {
  if (operand.kind === 'column') return (operand satisfies ColumnExpression).field;
  return operand.kind === 'aggregate' && operand.operand ? formattedField(operand.operand) : undefined;
}
