import { datetimeToEpochMs, type FieldValue } from '../../../core';
import type { Field } from '../../../schema';
import type { SqlValue } from '../../../storage';
import type { BoundExpression, ColumnExpression } from '../binder/bound';
import { kindOf } from '../binder/value-kind';

/** What formatting depends on. */
export interface DecodeContext {
  /** `en_US` */
  readonly locale: string;
  readonly timeZone: string;
  readonly currencyIsoCode: string;
}

/** Turns a column value into the answer's value. */
export type Decoder = (value: SqlValue, context: DecodeContext) => FieldValue;

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

/**
 * FORMAT(): numbers, dates and times in the user's locale and time zone.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_format.htm
 */
function formatterOf(operand: BoundExpression): Decoder {
  const field = formattedField(operand);
  const kind = kindOf(operand);
  return (value, context) => {
    if (value === null) return null;
    const locale = context.locale.replaceAll('_', '-');
    if (typeof value === 'number' && kind === 'number')
      return formatNumber(value, field, locale, context.currencyIsoCode);
    if (typeof value === 'string' && kind === 'date') {
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(Date.parse(`${value}T00:00:00Z`));
    }
    if (typeof value === 'string' && kind === 'datetime') {
      const format = new Intl.DateTimeFormat(locale, {
        timeZone: context.timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      });
      return format.format(datetimeToEpochMs(value)).replaceAll('\u202f', ' ');
    }
    return kind === 'boolean' ? value === 1 : value;
  };
}

function formattedField(operand: BoundExpression): Field | undefined {
  if (operand.kind === 'column') return (operand satisfies ColumnExpression).field;
  return operand.kind === 'aggregate' && operand.operand ? formattedField(operand.operand) : undefined;
}

function formatNumber(value: number, field: Field | undefined, locale: string, currency: string): string {
  const digits = field?.scale ?? 0;
  if (field?.type === 'currency')
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
  return field?.type === 'percent' ? `${text}%` : text;
}
