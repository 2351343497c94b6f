import { dayOfYear } from '../values/calendar';
import { datePart } from './date-part';

/** DAYOFYEAR(date): 1 to 366. */
export const dayOfYearFunction = datePart('DAYOFYEAR', dayOfYear);
