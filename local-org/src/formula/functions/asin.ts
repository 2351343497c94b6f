import { doubleFunction } from './double-function';

/** ASIN(number), in radians. */
export const asinFunction = doubleFunction('ASIN', 'asin', Math.asin);
