import type { AccessControl } from '../../access';
import type { RunningUser } from '../../execution';
import { objectsOf, textOf, type ComponentStore, type MetadataObject } from '../../metadata';

/** What folder access is decided by. */
export interface FolderAccessDeps {
  readonly access: AccessControl;
  components(): ComponentStore;
  /** Developer names of the user's role and of the roles above it, nearest first. */
  rolePath(user: RunningUser): readonly string[];
  /** Developer names of the public groups that the user is in. */
  groups(user: RunningUser): readonly string[];
}

type ShareTest = (sharedTo: string, user: RunningUser, deps: FolderAccessDeps) => boolean;

const ALL_INTERNAL_USERS = 'AllInternalUsers';

/** Whom the kinds of folder shares reach. @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_folder.htm */
const SHARE_TESTS: Readonly<Record<string, ShareTest>> = {
  Organization: () => true,
  Group: (sharedTo, user, deps) => sharedTo === ALL_INTERNAL_USERS || deps.groups(user).includes(sharedTo),
  Role: (sharedTo, user, deps) => deps.rolePath(user)[0] === sharedTo,
  RoleAndSubordinates: (sharedTo, user, deps) => deps.rolePath(user).includes(sharedTo),
  RoleAndSubordinatesInternal: (sharedTo, user, deps) => deps.rolePath(user).includes(sharedTo),
  User: (sharedTo, user) => user.username.toLowerCase() === sharedTo.toLowerCase(),
};

/**
 * Whether a user may see what is in a folder of reports or dashboards: because it is public, or shared with him, or
 * because he sees all data.
 */
export function mayReadFolder(
  type: 'Report' | 'Dashboard',
  folder: string,
  user: RunningUser,
  deps: FolderAccessDeps,
): boolean {
  if (deps.access.hasUserPermission(user, 'ViewAllData')) return true;
  const content: MetadataObject = deps.components().find(type, folder)?.content ?? {};
  if ((textOf(content, 'accessType') ?? 'Public').startsWith('Public')) return true;
  return objectsOf(content, 'folderShares').some((share) => {
    const test = SHARE_TESTS[textOf(share, 'sharedToType') ?? ''];
    return test?.(textOf(share, 'sharedTo') ?? '', user, deps) ?? false;
  });
}
