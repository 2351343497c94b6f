import { letterCaseFunction } from './letter-case';

/** UPPER(text[, locale]). */
export const upperFunction = letterCaseFunction('UPPER', (text, locale) =>
  locale ? text.toLocaleUpperCase(locale) : text.toUpperCase(),
);
