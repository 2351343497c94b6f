import { roundingFunction } from './rounding';

/** MCEILING(number): rounds up, -1.5 to -1. */
export const mceilingFunction = roundingFunction('MCEILING', 'ceiling');
