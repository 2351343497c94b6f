import { roundingFunction } from './rounding';

/** MFLOOR(number): rounds down, -1.5 to -2. */
export const mfloorFunction = roundingFunction('MFLOOR', 'floor');
