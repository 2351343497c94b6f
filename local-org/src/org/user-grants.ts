import type { RunningUser } from '../execution';
import { permissionSets, profiles, type ComponentStore, type Grants } from '../metadata';
import type { RecordStore } from '../storage';
import type { LocalOrg } from './types';
import { shippedName } from './setup/projections/profiles';

/** What the deployed metadata grants a user. */
export interface UserGrants {
  readonly ofProfile: readonly Grants[];
  readonly ofPermissionSets: readonly Grants[];
}

/** Names of the permission sets a user has, those of groups included. */
const ASSIGNED_PERMISSION_SETS = `
  SELECT s."Name" AS name FROM "PermissionSetAssignment" a
  LEFT JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
  JOIN "PermissionSet" s ON s."Id" = coalesce(c."PermissionSetId", a."PermissionSetId")
  WHERE a."AssigneeId" = ?`;

/** Reads the grants of a user's profile and assigned permission sets. What a profile has as shipped is not in it. */
export function userGrants(store: RecordStore, components: ComponentStore, user: RunningUser): UserGrants {
  const profileName = names(store, 'SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?', user.profileId);
  const assigned = names(store, ASSIGNED_PERMISSION_SETS, user.id);
  return {
    ofProfile: profiles(components)
      .filter(({ name }) => profileName.has(shippedName(name)))
      .map(({ grants }) => grants),
    ofPermissionSets: permissionSets(components)
      .filter(({ name }) => assigned.has(name.toLowerCase()))
      .map(({ grants }) => grants),
  };
}

/** Whether a user may open a tab that shows no object: a profile or permission set opens it; administrators see all. */
export function mayOpenTab({ access, store, components }: LocalOrg, user: RunningUser, tab: string): boolean {
  if (access.hasUserPermission(user, 'CustomizeApplication')) return true;
  const { ofProfile, ofPermissionSets } = userGrants(store, components(), user);
  return [...ofProfile, ...ofPermissionSets].some(({ tabs }) =>
    tabs.some((name) => name.toLowerCase() === tab.toLowerCase()),
  );
}

function names(store: RecordStore, sql: string, id: string): Set<string> {
  const rows = store.prepare(sql).all(id) as { name: string }[];
  return new Set(rows.map(({ name }) => name.toLowerCase()));
}
