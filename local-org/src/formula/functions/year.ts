import { dayOf } from '../values/calendar';
import { datePart } from './date-part';

/** YEAR(date). */
export const yearFunction = datePart('YEAR', (date) => dayOf(date).year);
