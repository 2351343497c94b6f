import type { RecordValues } from '../../../core';
import {
  groupGrants,
  mutingPermissionSets,
  permissionSetGroups,
  permissionSets,
  type Grants,
  type PermissionSetGroupDefinition,
} from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import { syncGrants, userPermissionColumns } from './grant-rows';
import {
  idsByName,
  isComponentName,
  syncByName,
  type Projection,
  type ProjectionContext,
} from './projection';

/**
 * Permission set groups, their components, and the permission set that each group has for what it grants in the
 * end: everything its permission sets grant, less what its muting permission set lists.
 * @see https://help.salesforce.com/s/articleView?id=sf.perm_set_groups_muting.htm
 */
export const projectPermissionSetGroups: Projection = (context) => {
  const groups = permissionSetGroups(context.components);
  const isDeployed = isComponentName(context, 'PermissionSetGroup');
  const ids = syncByName(context, {
    objectName: 'PermissionSetGroup',
    key: ['DeveloperName'],
    owns: (row) => isDeployed(row['DeveloperName']),
    rows: groups.map((group) => ({
      DeveloperName: group.name,
      MasterLabel: group.label,
      Language: 'en_US',
      Description: group.description,
      HasActivationRequired: group.hasActivationRequired,
      Status: 'Updated',
    })),
  });
  projectComponents(context, groups, ids);
  projectGroupGrants(context, groups, ids);
};

function projectComponents(
  context: ProjectionContext,
  groups: readonly PermissionSetGroupDefinition[],
  ids: ReadonlyMap<string, string>,
): void {
  const sets = idsByName(context, 'PermissionSet', 'Name', 'Regular');
  const deployed = new Set(ids.values());
  syncSetupRows(context.target, {
    objectName: 'PermissionSetGroupComponent',
    key: ['PermissionSetGroupId', 'PermissionSetId'],
    owns: (row) => deployed.has(String(row['PermissionSetGroupId'])),
    rows: groups.flatMap((group) =>
      group.permissionSets.map((name): RecordValues => ({
        PermissionSetGroupId: ids.get(group.name.toLowerCase()) ?? null,
        PermissionSetId: sets.get(name.toLowerCase()) ?? null,
      })),
    ),
  });
}

function projectGroupGrants(
  context: ProjectionContext,
  groups: readonly PermissionSetGroupDefinition[],
  ids: ReadonlyMap<string, string>,
): void {
  const granted = grantsByGroup(context, groups);
  const isDeployed = isComponentName(context, 'PermissionSetGroup');
  const setIds = syncSetupRows(context.target, {
    objectName: 'PermissionSet',
    key: ['Name'],
    owns: (row) => row['Type'] === 'Group' && isDeployed(row['Name']),
    rows: groups.map((group, i) => ({
      Name: group.name,
      Label: group.label,
      Description: group.description,
      HasActivationRequired: group.hasActivationRequired,
      IsOwnedByProfile: false,
      IsCustom: true,
      Type: 'Group',
      PermissionSetGroupId: ids.get(group.name.toLowerCase()) ?? null,
      ...userPermissionColumns(context, granted[i] as Grants),
    })),
  });
  syncGrants(
    context,
    granted.map((grants, i) => ({ parentId: setIds[i] ?? '', grants })),
  );
}

function grantsByGroup(
  { components }: ProjectionContext,
  groups: readonly PermissionSetGroupDefinition[],
): Grants[] {
  const byName = (sets: ReturnType<typeof permissionSets>): ReadonlyMap<string, Grants> =>
    new Map(sets.map(({ name, grants }) => [name.toLowerCase(), grants]));
  const sets = byName(permissionSets(components));
  const muting = byName(mutingPermissionSets(components));
  const find = (names: readonly string[], known: ReadonlyMap<string, Grants>): Grants[] =>
    names.flatMap((name) => known.get(name.toLowerCase()) ?? []);
  return groups.map((group) =>
    groupGrants(find(group.permissionSets, sets), find(group.mutingPermissionSets, muting)),
  );
}
