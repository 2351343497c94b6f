import { timePart } from './time-part';

/** SECOND(time): 0 to 59. */
export const secondFunction = timePart('SECOND', 1000, 60);
