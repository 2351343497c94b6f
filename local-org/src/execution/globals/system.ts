import type { FormulaGlobal } from '../formula-globals';
import { GLOBALS_DOCUMENTATION } from './row-global';

/** `$System.OriginDateTime`: 1900-01-01 00:00 UTC, from which formulas count days. */
export const systemGlobal: FormulaGlobal = {
  documentation: GLOBALS_DOCUMENTATION,
  type: ([name, ...more]) =>
    name?.toLowerCase() === 'origindatetime' && more.length === 0 ? 'DateTime' : undefined,
  value: () => '1900-01-01T00:00:00.000+0000',
};
