import type { ComponentStore } from '../../metadata';
import { projectAnalytics } from './projections/analytics';
import { projectApexCode, projectStaticResources } from './projections/apex-code';
import { projectApprovalProcesses } from './projections/approval-processes';
import { projectCachePartitions } from './projections/cache-partitions';
import { projectCustomMetadata } from './projections/custom-metadata';
import { projectCustomPermissions } from './projections/custom-permissions';
import { projectDuplicateRules } from './projections/duplicate-rules';
import { projectGroupsAndQueues } from './projections/groups-and-queues';
import { projectListViews } from './projections/list-views';
import { projectNotificationTypes } from './projections/notification-types';
import { projectPermissionSetGroups } from './projections/permission-set-groups';
import { projectPermissionSets } from './projections/permission-sets';
import { projectProfiles } from './projections/profiles';
import type { Projection } from './projections/projection';
import { projectRecordTypes } from './projections/record-types';
import { projectRoles } from './projections/roles';
import { projectValueSetRecords } from './projections/value-set-records';
import type { SetupTarget } from './setup-rows';

/** A projection and the metadata types whose components it shows. */
interface ProjectionStep {
  readonly project: Projection;
  readonly types: readonly string[];
}

/** In this order: a later projection looks up rows of earlier ones. */
const PROJECTIONS: readonly ProjectionStep[] = [
  { project: projectApexCode, types: ['ApexClass', 'ApexTrigger'] },
  { project: projectStaticResources, types: ['StaticResource'] },
  { project: projectRoles, types: ['Role'] },
  { project: projectCustomPermissions, types: ['CustomPermission'] },
  { project: projectPermissionSets, types: ['ApexClass', 'CustomPermission', 'PermissionSet'] },
  { project: projectProfiles, types: ['ApexClass', 'CustomPermission', 'Profile'] },
  {
    project: projectPermissionSetGroups,
    types: ['ApexClass', 'CustomPermission', 'MutingPermissionSet', 'PermissionSet', 'PermissionSetGroup'],
  },
  { project: projectGroupsAndQueues, types: ['Group', 'Queue', 'Role'] },
  { project: projectRecordTypes, types: ['CustomObject', 'RecordType'] },
  { project: projectValueSetRecords, types: ['StandardValueSet'] },
  {
    project: projectCustomMetadata,
    types: ['CustomField', 'CustomMetadata', 'CustomObject', 'GlobalValueSet'],
  },
  { project: projectApprovalProcesses, types: ['ApprovalProcess'] },
  { project: projectCachePartitions, types: ['PlatformCachePartition'] },
  { project: projectNotificationTypes, types: ['CustomNotificationType'] },
  { project: projectListViews, types: ['CustomObject', 'ListView'] },
  { project: projectDuplicateRules, types: ['DuplicateRule', 'MatchingRule'] },
  { project: projectAnalytics, types: ['Dashboard', 'Report'] },
];

/**
 * Brings the records that an org keeps about itself in line with its metadata: roles, permissions, queues, record
 * types, stages, custom metadata. Runs in the transaction of a deploy.
 * @param previous the metadata before
 * @param changed  types of which something changed; all of them when absent
 */
export function projectSetupRecords(
  target: SetupTarget,
  components: ComponentStore,
  previous: ComponentStore,
  changed?: ReadonlySet<string>,
): void {
  for (const { project, types } of PROJECTIONS) {
    if (!changed || types.some((type) => changed.has(type))) project({ target, components, previous });
  }
}
