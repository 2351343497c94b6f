import { letterCaseFunction } from './letter-case';

/** LOWER(text[, locale]). */
export const lowerFunction = letterCaseFunction('LOWER', (text, locale) =>
  locale ? text.toLocaleLowerCase(locale) : text.toLowerCase(),
);
