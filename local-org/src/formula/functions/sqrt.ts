import { doubleFunction } from './double-function';

/** SQRT(number). */
export const sqrtFunction = doubleFunction('SQRT', 'sqrt', Math.sqrt);
