import type { FieldValue } from '../core';
import type { Field } from '../schema';
import { multiply, roundTo, toDouble } from './values/decimal';

const NUMBER_TYPES: readonly Field['type'][] = ['int', 'long', 'double', 'currency', 'percent'];

/**
 * Rounds a number to the field's digits after the point, half away from zero: 4.60517 in a field of scale 4 is 4.6052.
 * Other values come back unchanged.
 * @see https://help.salesforce.com/s/articleView?id=platform.building_formulas.htm&type=5
 */
export function applyScale(value: FieldValue, field: Field): FieldValue {
  if (typeof value !== 'number' || !NUMBER_TYPES.includes(field.type)) return value;
  return toDouble(roundTo(value, field.scale, 'halfUp'));
}

/**
 * Turns a formula's result into its field's value: a percent into display form (0.5 is 50), numbers rounded to scale.
 */
export function formulaFieldValue(result: FieldValue, field: Field): FieldValue {
  if (typeof result === 'number' && field.type === 'percent') {
    return applyScale(toDouble(multiply(result, 100)), field);
  }
  return applyScale(result, field);
}
