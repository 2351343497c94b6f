import { naturalLogarithm } from '../values/elementary';
import { doubleFunction } from './double-function';

/** LN(number). */
export const lnFunction = doubleFunction('LN', 'ln', naturalLogarithm);
