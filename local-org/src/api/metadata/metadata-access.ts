import { ApiError } from '../../core';
import type { RunningUser } from '../../execution';
import type { LocalOrg } from '../../org';

/**
 * Refuses users who may not change metadata.
 * @throws ApiError INSUFFICIENT_ACCESS
 * @see https://help.salesforce.com/s/articleView?id=sf.user_permissions_metadata_api.htm
 */
export function requireMetadataAccess(org: LocalOrg, user: RunningUser): void {
  const may = (permission: string): boolean => org.access.hasUserPermission(user, permission);
  if (!may('ModifyMetadata') && !may('ModifyAllData')) {
    throw new ApiError(
      'INSUFFICIENT_ACCESS',
      'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    );
  }
}
