import { rowById, rowGlobal } from './row-global';

/** `$User.Department`: fields of the running user. */
export const userGlobal = rowGlobal('User', (services, user) => rowById(services, 'User', user.id));
