import { timePart } from './time-part';

/** HOUR(time): 0 to 23. */
export const hourFunction = timePart('HOUR', 3_600_000, 24);
