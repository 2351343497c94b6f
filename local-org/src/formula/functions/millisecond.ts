import { timePart } from './time-part';

/** MILLISECOND(time): 0 to 999. */
export const millisecondFunction = timePart('MILLISECOND', 1, 1000);
