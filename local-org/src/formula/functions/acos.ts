import { doubleFunction } from './double-function';

/** ACOS(number), in radians. */
export const acosFunction = doubleFunction('ACOS', 'acos', Math.acos);
