import { dayOf } from '../values/calendar';
import { datePart } from './date-part';

/** MONTH(date): 1 to 12. */
export const monthFunction = datePart('MONTH', (date) => dayOf(date).month);
