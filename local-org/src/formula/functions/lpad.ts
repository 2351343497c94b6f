import { padFunction } from './pad';

/** LPAD(text, width[, padding]). */
export const lpadFunction = padFunction('LPAD', (text, width, padding) => text.padStart(width, padding));
