import { weekday } from '../values/calendar';
import { datePart } from './date-part';

/** WEEKDAY(date): Sunday 1 to Saturday 7. */
export const weekdayFunction = datePart('WEEKDAY', weekday);
