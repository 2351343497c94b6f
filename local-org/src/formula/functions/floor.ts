import { roundingFunction } from './rounding';

/** FLOOR(number): rounds towards zero. */
export const floorFunction = roundingFunction('FLOOR', 'towardsZero');
