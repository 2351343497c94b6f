import { isoWeek } from '../values/calendar';
import { datePart } from './date-part';

/** ISOYEAR(date): the year its ISO week belongs to. */
export const isoYearFunction = datePart('ISOYEAR', (date) => isoWeek(date).year);
