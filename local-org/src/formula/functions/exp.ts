import { exponential } from '../values/elementary';
import { doubleFunction } from './double-function';

/** EXP(number). */
export const expFunction = doubleFunction('EXP', 'exp', exponential);
