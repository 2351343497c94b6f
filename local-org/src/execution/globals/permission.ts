import type { FormulaGlobal } from '../formula-globals';
import { GLOBALS_DOCUMENTATION } from './row-global';

/** `$Permission.Bypass_Rules`: whether the running user has a custom permission. */
export const permissionGlobal: FormulaGlobal = {
  documentation: GLOBALS_DOCUMENTATION,
  type: ([name, ...more], services) =>
    name !== undefined && more.length === 0 && services.customPermissionExists(name) ? 'Boolean' : undefined,
  value: ([name = ''], services, user) => services.hasCustomPermission(user, name),
};
