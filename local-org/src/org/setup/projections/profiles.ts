import type { RecordValues } from '../../../core';
import { profiles, type ProfileDefinition } from '../../../metadata';
import { readAll, updateSetupRow } from '../setup-rows';
import { syncGrants, type Grant } from './grant-rows';
import type { Projection, ProjectionContext } from './projection';

/** Metadata names of profiles that differ from the names users see. */
const PROFILE_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  ReadOnly: 'Read Only',
};

/**
 * Profiles are partial: what a file names is added to the profile as shipped, the rest stays.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_profile.htm
 */
export const projectProfiles: Projection = (context) => {
  const permissionSetIds = profilePermissionSets(context);
  const granted = profiles(context.components).flatMap((profile): ProfileGrant[] => {
    const parentId = permissionSetIds.get(shippedName(profile.name));
    return parentId ? [{ parentId, grants: profile.grants, profile }] : [];
  });
  const named = new Set(
    granted.flatMap(({ parentId, grants }) =>
      grants.objectPermissions.map(({ object }) => `${parentId}${object.toLowerCase()}`),
    ),
  );
  syncGrants(context, granted, (row) =>
    named.has(`${String(row['ParentId'])}${String(row['SobjectType']).toLowerCase()}`),
  );
  switchUserPermissions(context, granted);
};

interface ProfileGrant extends Grant {
  readonly profile: ProfileDefinition;
}

/** The profile's own name in lower case, by its metadata name: `system administrator` for `Admin`. */
export function shippedName(metadataName: string): string {
  return (PROFILE_NAMES[metadataName] ?? metadataName).toLowerCase();
}

/** User permissions that a profile's file names are switched on or off; the others stay as shipped. */
function switchUserPermissions(context: ProjectionContext, granted: readonly ProfileGrant[]): void {
  const type = context.target.schema.find('PermissionSet');
  if (!type || granted.length === 0) return;
  const rows = new Map(readAll(context.target.store, type).map((row) => [row['Id'], row]));
  for (const { parentId, profile } of granted) {
    const switched: (readonly [string, boolean])[] = [
      ...profile.grants.userPermissions.map((name) => [name, true] as const),
      ...profile.revokedUserPermissions.map((name) => [name, false] as const),
    ];
    const wanted: RecordValues = Object.fromEntries(
      switched
        .map(([name, on]) => [`Permissions${name}`, on] as const)
        .filter(([column]) => type.field(column)),
    );
    const row = rows.get(parentId);
    if (row) updateSetupRow(context.target, type, row, wanted);
  }
}

/** Permission sets that belong to profiles, by profile name in lower case. */
function profilePermissionSets(context: ProjectionContext): ReadonlyMap<string, string> {
  const rows = context.target.store
    .prepare(
      'SELECT s."Id" AS id, lower(p."Name") AS name FROM "PermissionSet" s JOIN "Profile" p ON p."Id" = s."ProfileId"',
    )
    .all() as { id: string; name: string }[];
  return new Map(rows.map((row) => [row.name, row.id]));
}
