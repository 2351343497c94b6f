import { padFunction } from './pad';

/** RPAD(text, width[, padding]). */
export const rpadFunction = padFunction('RPAD', (text, width, padding) => text.padEnd(width, padding));
