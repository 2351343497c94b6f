import { doubleFunction } from './double-function';

/** SIN(angle in radians). */
export const sinFunction = doubleFunction('SIN', 'sin', Math.sin);
