import { rowById, rowGlobal } from './row-global';

/** `$Profile.Name`: fields of the running user's profile. */
export const profileGlobal = rowGlobal('Profile', (services, user) =>
  rowById(services, 'Profile', user.profileId),
);
