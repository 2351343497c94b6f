import type { FormulaType } from '../types';
import type { ExactNumber } from './decimal';

/** A place on earth, in degrees. */
export interface GeoLocation {
  readonly latitude: ExactNumber;
  readonly longitude: ExactNumber;
}

/**
 * A value while a formula runs.
 *
 * | formula type       | representation                                    |
 * |--------------------|---------------------------------------------------|
 * | Text, picklists    | `string`; blank is `''`, never null               |
 * | Id                 | 15 characters (18 in flows)                       |
 * | Number             | exact number, or null                             |
 * | Boolean            | `boolean`, or null when it cannot be told         |
 * | Date, DateTime     | milliseconds since 1970, UTC, or null             |
 * | Time               | milliseconds of the day, or null                  |
 * | Location           | latitude and longitude, or null                   |
 */
export type Value = string | boolean | ExactNumber | GeoLocation | null;

/** Types whose values are strings, so that blank is `''`. */
export function isStringType(type: FormulaType): boolean {
  return type === 'Text' || type === 'Id' || type === 'Picklist' || type === 'MultiPicklist';
}

/** Types that count as text wherever text is asked for. */
export function isText(type: FormulaType): boolean {
  return type === 'Text' || type === 'Id';
}
