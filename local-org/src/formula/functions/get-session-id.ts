import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';

/** GETSESSIONID(): the session of the running user, which the caller supplies as `$Api.Session_ID`. */
export const getSessionIdFunction: FormulaFunction = {
  name: 'GETSESSIONID',
  documentation: helpPage('getsessionid'),
  parameters: [],
  returns: 'Text',
  compile: () => (environment) => String(environment.global(['$Api', 'Session_ID']) ?? ''),
};
