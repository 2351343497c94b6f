import { permissionSets } from '../../../metadata';
import { syncGrants, userPermissionColumns } from './grant-rows';
import { isComponentName, syncByName, type Projection } from './projection';

/** Permission sets with what they grant. */
export const projectPermissionSets: Projection = (context) => {
  const sets = permissionSets(context.components);
  const isDeployed = isComponentName(context, 'PermissionSet');
  const ids = syncByName(context, {
    objectName: 'PermissionSet',
    key: ['Name'],
    owns: (row) => row['Type'] === 'Regular' && isDeployed(row['Name']),
    rows: sets.map((set) => ({
      Name: set.name,
      Label: set.label,
      Description: set.description,
      HasActivationRequired: set.hasActivationRequired,
      IsOwnedByProfile: false,
      IsCustom: true,
      Type: 'Regular',
      ...userPermissionColumns(context, set.grants),
    })),
  });
  syncGrants(
    context,
    sets.map(({ name, grants }) => ({ parentId: ids.get(name.toLowerCase()) ?? '', grants })),
  );
};
