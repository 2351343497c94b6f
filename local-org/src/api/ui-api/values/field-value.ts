import type { FieldValue } from '../../../core';
import { formatValue, type FormatContext } from '../../../query';
import type { Field, FieldType } from '../../../schema';

/** What values look like to a user. */
export type DisplaySettings = FormatContext;

/** A field of a record: its value, and the text for it when that differs. */
export interface FieldValueRepresentation {
  readonly displayValue: string | null;
  readonly value: unknown;
}

/** Types whose values have a text beside them. */
const DISPLAYED: ReadonlySet<FieldType> = new Set([
  'currency',
  'percent',
  'double',
  'int',
  'long',
  'date',
  'datetime',
  'time',
]);

/**
 * A field's value in the platform's form: `{ displayValue: '$1,000.00', value: 1000 }`. Instants end in `Z`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field_value.htm
 */
export function fieldValueOf(
  field: Field,
  value: FieldValue,
  settings: DisplaySettings,
): FieldValueRepresentation {
  return {
    displayValue: displayText(field, value, settings),
    value: field.type === 'datetime' && value !== null ? isoInstant(String(value)) : value,
  };
}

function displayText(field: Field, value: FieldValue, settings: DisplaySettings): string | null {
  if (value === null) return null;
  if (field.type === 'picklist') return picklistLabel(field, String(value));
  if (field.type === 'multipicklist') {
    return String(value)
      .split(';')
      .map((part) => picklistLabel(field, part))
      .join(';');
  }
  return DISPLAYED.has(field.type) ? formatValue(value, field, settings) : null;
}

/** A datetime field's value as the User Interface API writes it: `2026-11-22T11:01:25.000Z`. */
export function isoInstant(value: string): string {
  return value.replace(/\+0000$/, 'Z');
}

/** What a picklist shows for a value; the value itself when it is none of the list. */
export function picklistLabel(field: Field, value: string): string {
  return field.picklist?.values.find((entry) => entry.value === value)?.label ?? value;
}
