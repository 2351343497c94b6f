import { doubleFunction } from './double-function';

/** ATAN(number), in radians. */
export const atanFunction = doubleFunction('ATAN', 'atan', Math.atan);
