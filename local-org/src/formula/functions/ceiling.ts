import { roundingFunction } from './rounding';

/** CEILING(number): rounds away from zero. */
export const ceilingFunction = roundingFunction('CEILING', 'awayFromZero');
