import type { RecordValues } from '../../../core';
import { roles } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import { isComponentName, syncByName, type Projection, type ProjectionContext } from './projection';

/** Roles, and the two groups that every role has for sharing. */
export const projectRoles: Projection = (context) => {
  const deployed = roles(context.components);
  const isDeployed = isComponentName(context, 'Role');
  const owns = (row: RecordValues): boolean => isDeployed(row['DeveloperName']);
  const ids = syncByName(context, {
    objectName: 'UserRole',
    key: ['DeveloperName'],
    owns,
    rows: deployed.map((role) => ({
      DeveloperName: role.developerName,
      Name: role.name,
      RollupDescription: role.description,
      OpportunityAccessForAccountOwner: role.opportunityAccess ?? 'None',
      CaseAccessForAccountOwner: role.caseAccess ?? 'None',
      ContactAccessForAccountOwner: role.contactAccess ?? 'None',
    })),
  });
  // A parent may come after its child, so parents are set when all roles have ids.
  syncSetupRows(context.target, {
    objectName: 'UserRole',
    key: ['DeveloperName'],
    owns,
    rows: deployed.map((role) => ({
      DeveloperName: role.developerName,
      ParentRoleId: ids.get((role.parentRole ?? '').toLowerCase()) ?? null,
    })),
  });
  projectRoleGroups(context);
};

/** Roles that were made as records have their groups too. */
function projectRoleGroups(context: ProjectionContext): void {
  const all = context.target.store
    .prepare('SELECT "Id" AS id, "DeveloperName" AS name FROM "UserRole"')
    .all() as { id: string; name: string }[];
  for (const type of ['Role', 'RoleAndSubordinates']) {
    syncSetupRows(context.target, {
      objectName: 'Group',
      key: ['RelatedId'],
      owns: (row) => row['Type'] === type,
      rows: all.map(({ id, name }) => ({ DeveloperName: name, Type: type, RelatedId: id })),
    });
  }
}
