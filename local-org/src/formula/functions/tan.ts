import { doubleFunction } from './double-function';

/** TAN(angle in radians). */
export const tanFunction = doubleFunction('TAN', 'tan', Math.tan);
