import { dayOf } from '../values/calendar';
import { datePart } from './date-part';

/** DAY(date): 1 to 31. */
export const dayFunction = datePart('DAY', (date) => dayOf(date).day);
