import { naturalLogarithm } from '../values/elementary';
import { doubleFunction } from './double-function';

/** LOG(number): to base 10, as the quotient of two natural logarithms. */
export const logFunction = doubleFunction('LOG', 'log', (value) => naturalLogarithm(value) / Math.LN10);
