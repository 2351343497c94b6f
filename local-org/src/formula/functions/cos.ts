import { doubleFunction } from './double-function';

/** COS(angle in radians). */
export const cosFunction = doubleFunction('COS', 'cos', Math.cos);
