import { type FieldValue, type RecordValues } from '../../core';
import {
  MINIMUM_ACCESS_PROFILE,
  PROFILE_OBJECTS,
  SHIPPED_PROFILES,
  type ShippedProfile,
} from './shipped-profiles';
import { insertSetupRows, type SetupTarget } from './setup-rows';

/** What is chosen when an org is made. */
export interface NewOrgSettings {
  readonly name: string;
  /** `LOCAL` */
  readonly instanceName: string;
  readonly adminUsername: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Defaults of every user of the org until they are changed. */
function userDefaults(timeZone: string): RecordValues {
  return {
    TimeZoneSidKey: timeZone,
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    UserType: 'Standard',
    IsActive: true,
  };
}

/**
 * Fills an empty store with what every new org has: the organization, profiles with their permissions, the first
 * administrator, the group of all internal users and the standard price book.
 * @returns the administrator's id
 */
export function fillNewOrg(target: Omit<SetupTarget, 'userId'>, settings: NewOrgSettings): string {
  const [adminId = ''] = target.store.newIds(requireUser(target), 1);
  const rows: SetupTarget = { ...target, userId: adminId };
  insertSetupRows(rows, 'Organization', [
    {
      Name: settings.name,
      InstanceName: settings.instanceName,
      OrganizationType: 'Developer Edition',
      IsSandbox: false,
      TimeZoneSidKey: settings.timeZone,
      DefaultLocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      FiscalYearStartMonth: 1,
      NamespacePrefix: null,
    },
  ]);
  const profileIds = SHIPPED_PROFILES.map((profile) => insertProfile(rows, profile));
  insertSetupRows(rows, 'User', [
    {
      ...userDefaults(settings.timeZone),
      Id: adminId,
      Username: settings.adminUsername,
      LastName: 'User',
      FirstName: 'Admin',
      Name: 'Admin User',
      Alias: 'admin',
      CommunityNickname: 'admin',
      Email: settings.adminUsername,
      ProfileId: profileIds[0] ?? null,
    },
  ]);
  insertSetupRows(rows, 'Group', [{ Name: null, DeveloperName: 'AllInternalUsers', Type: 'Organization' }]);
  insertSetupRows(rows, 'Pricebook2', [{ Name: 'Standard Price Book', IsActive: true, IsStandard: true }]);
  return adminId;
}

function insertProfile(target: SetupTarget, profile: ShippedProfile): string {
  const permissions: [string, FieldValue][] = profile.userPermissions.map((name) => [
    `Permissions${name}`,
    true,
  ]);
  const granted = Object.fromEntries(permissions);
  const [profileId = ''] = insertSetupRows(target, 'Profile', [
    { Name: profile.name, Description: profile.description, UserType: 'Standard', ...granted },
  ]);
  const [permissionSetId = ''] = insertSetupRows(target, 'PermissionSet', [
    {
      Name: `X${profileId}`,
      Label: profileId,
      ProfileId: profileId,
      IsOwnedByProfile: true,
      IsCustom: false,
      Type: 'Profile',
      ...granted,
    },
  ]);
  const objects = profile.name === MINIMUM_ACCESS_PROFILE ? [] : PROFILE_OBJECTS;
  insertSetupRows(
    target,
    'ObjectPermissions',
    objects.map((object) => ({
      ParentId: permissionSetId,
      SobjectType: object,
      PermissionsCreate: profile.standardObjects.includes('C'),
      PermissionsRead: true,
      PermissionsEdit: profile.standardObjects.includes('E'),
      PermissionsDelete: profile.standardObjects.includes('D'),
      PermissionsViewAllRecords: false,
      PermissionsModifyAllRecords: false,
    })),
  );
  return profileId;
}

function requireUser(target: Omit<SetupTarget, 'userId'>) {
  const type = target.schema.find('User');
  if (!type) throw new Error('The schema has no User object');
  return type;
}
