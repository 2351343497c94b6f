import { rowById, rowGlobal } from './row-global';

/** `$UserRole.DeveloperName`: fields of the running user's role. */
export const userRoleGlobal = rowGlobal('UserRole', (services, user) =>
  rowById(services, 'UserRole', user.roleId),
);
