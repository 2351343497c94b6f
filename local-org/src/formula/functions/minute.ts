import { timePart } from './time-part';

/** MINUTE(time): 0 to 59. */
export const minuteFunction = timePart('MINUTE', 60_000, 60);
