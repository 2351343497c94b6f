import { customPermissions } from '../../../metadata';
import { syncByName, type Projection } from './projection';

/** Custom permissions. */
export const projectCustomPermissions: Projection = (context) => {
  syncByName(context, {
    objectName: 'CustomPermission',
    key: ['DeveloperName'],
    rows: customPermissions(context.components).map((permission) => ({
      DeveloperName: permission.name,
      MasterLabel: permission.label,
      Language: 'en_US',
      Description: permission.description,
      IsProtected: false,
      IsLicensed: permission.isLicensed,
    })),
  });
};
