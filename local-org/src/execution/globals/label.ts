import type { FormulaGlobal } from '../formula-globals';
import { GLOBALS_DOCUMENTATION } from './row-global';

/** `$Label.Greeting`: a custom label in the running user's language. */
export const labelGlobal: FormulaGlobal = {
  documentation: GLOBALS_DOCUMENTATION,
  type: ([name, ...more], services) =>
    name !== undefined && more.length === 0 && services.label(name, 'en_US') !== undefined
      ? 'Text'
      : undefined,
  value: ([name = ''], services, user) => services.label(name, user.language) ?? null,
};
