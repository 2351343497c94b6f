import { isoWeek } from '../values/calendar';
import { datePart } from './date-part';

/** ISOWEEK(date): 1 to 53. */
export const isoWeekFunction = datePart('ISOWEEK', (date) => isoWeek(date).week);
