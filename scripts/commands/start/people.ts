import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { SalesforceIntegration } from '../../salesforce';
import { RequestRejectedError, type RecordData } from '../../shared';
import type { ConfiguredUser, OrgConfig } from './org-config';

const PASSWORD_BYTES = 12;
const PRIVATE_FILE_MODE = 0o600;

/** Who was set up. */
export interface PeopleSummary {
  readonly users: number;
  readonly created: number;
  /** Assignments of permission sets and groups that were made now. */
  readonly assigned: number;
}

/** Ids of setup records by the name that the configuration uses. */
type IdsByName = ReadonlyMap<string, string>;

/**
 * Makes the users of the configuration exist: with role, manager and permission sets. What is there already stays.
 * @param passwordFile git-ignored file that keeps the passwords made at first set-up
 */
export async function setUpPeople(
  org: SalesforceIntegration,
  config: OrgConfig,
  passwordFile: string,
): Promise<PeopleSummary> {
  const profiles = await idsByName(org, 'SELECT Id, Name FROM Profile', 'Name');
  const roles = await idsByName(org, 'SELECT Id, DeveloperName FROM UserRole', 'DeveloperName');
  const known = await idsByName(org, 'SELECT Id, Username FROM User', 'Username');
  // Users have custom fields, which even an administrator may write only with a grant.
  const administrator = { ...config.administrator, permissionSetGroups: [] };
  let assigned = await assignPermissions(org, [administrator], known);
  const missing = config.users.filter((user) => !known.has(user.username));
  await refuseFailures(
    org.create(
      'User',
      missing.map((user) => userRecord(user, profiles, roles, config.organization.timeZone)),
    ),
    missing.map((user) => user.username),
  );
  const users =
    missing.length > 0 ? await idsByName(org, 'SELECT Id, Username FROM User', 'Username') : known;
  await setManagersAndRoles(org, config, users, roles);
  assigned += await assignPermissions(org, config.users, users);
  await setPasswords(
    org,
    users,
    missing.map((user) => user.username),
    passwordFile,
  );
  return { users: config.users.length + 1, created: missing.length, assigned };
}

/** Passwords by username, as made at first set-up. */
function readPasswords(passwordFile: string): Record<string, string> {
  return existsSync(passwordFile)
    ? (JSON.parse(readFileSync(passwordFile, 'utf8')) as Record<string, string>)
    : {};
}

function userRecord(
  user: ConfiguredUser,
  profiles: IdsByName,
  roles: IdsByName,
  timeZone: string,
): RecordData {
  return {
    Username: user.username,
    FirstName: user.firstName,
    LastName: user.lastName,
    Email: user.email,
    Alias: user.alias,
    CommunityNickname: user.alias,
    ProfileId: requireId(profiles, user.profile, 'profile'),
    ...(user.role ? { UserRoleId: requireId(roles, user.role, 'role') } : {}),
    ...(user.title ? { Title: user.title } : {}),
    ...user.fields,
    IsActive: true,
    TimeZoneSidKey: timeZone,
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

async function setManagersAndRoles(
  org: SalesforceIntegration,
  config: OrgConfig,
  users: IdsByName,
  roles: IdsByName,
): Promise<void> {
  const wanted = [
    ...config.users.map((user) => ({ username: user.username, manager: user.manager, role: user.role })),
    { ...config.administrator, manager: undefined },
  ];
  const current = new Map<string, Readonly<Record<string, unknown>>>();
  for await (const row of org.query('SELECT Id, ManagerId, UserRoleId FROM User'))
    current.set(String(row['Id']), row);
  const changes = wanted.flatMap(({ username, manager, role }): RecordData[] => {
    const id = requireId(users, username, 'user');
    const managerId = manager ? requireId(users, manager, 'user') : null;
    const roleId = role ? requireId(roles, role, 'role') : null;
    const row = current.get(id);
    const same = (row?.['ManagerId'] ?? null) === managerId && (row?.['UserRoleId'] ?? null) === roleId;
    return same ? [] : [{ Id: id, ManagerId: managerId, UserRoleId: roleId }];
  });
  if (changes.length > 0)
    await refuseFailures(
      org.update('User', changes),
      changes.map((change) => String(change['Id'])),
    );
}

type Assignee = Pick<ConfiguredUser, 'username' | 'permissionSets' | 'permissionSetGroups'>;

async function assignPermissions(
  org: SalesforceIntegration,
  people: readonly Assignee[],
  users: IdsByName,
): Promise<number> {
  const sets = await idsByName(
    org,
    'SELECT Id, Name FROM PermissionSet WHERE IsOwnedByProfile = false',
    'Name',
  );
  const groups = await idsByName(org, 'SELECT Id, DeveloperName FROM PermissionSetGroup', 'DeveloperName');
  const present = new Set<string>();
  const soql = 'SELECT AssigneeId, PermissionSetId, PermissionSetGroupId FROM PermissionSetAssignment';
  for await (const row of org.query(soql)) {
    present.add(
      `${String(row['AssigneeId'])} ${String(row['PermissionSetGroupId'] ?? row['PermissionSetId'])}`,
    );
  }
  const wanted = people.flatMap((person): RecordData[] => {
    const AssigneeId = requireId(users, person.username, 'user');
    return [
      ...person.permissionSets.map((name) => ({
        AssigneeId,
        PermissionSetId: requireId(sets, name, 'permission set'),
      })),
      ...person.permissionSetGroups.map((name) => ({
        AssigneeId,
        PermissionSetGroupId: requireId(groups, name, 'permission set group'),
      })),
    ];
  });
  const missing = wanted.filter(
    (row) =>
      !present.has(
        `${String(row['AssigneeId'])} ${String(row['PermissionSetGroupId'] ?? row['PermissionSetId'])}`,
      ),
  );
  if (missing.length > 0) {
    await refuseFailures(
      org.create('PermissionSetAssignment', missing),
      missing.map((row) => JSON.stringify(row)),
    );
  }
  return missing.length;
}

async function setPasswords(
  org: SalesforceIntegration,
  users: IdsByName,
  usernames: readonly string[],
  passwordFile: string,
): Promise<void> {
  if (usernames.length === 0) return;
  const passwords = readPasswords(passwordFile);
  for (const username of usernames) {
    const password = `${randomBytes(PASSWORD_BYTES).toString('base64url')}1a`;
    await org.setPassword(requireId(users, username, 'user'), password);
    passwords[username] = password;
  }
  writeFileSync(passwordFile, `${JSON.stringify(passwords, null, 2)}\n`, { mode: PRIVATE_FILE_MODE });
}

async function idsByName(org: SalesforceIntegration, soql: string, nameField: string): Promise<IdsByName> {
  const ids = new Map<string, string>();
  for await (const row of org.query(soql)) ids.set(String(row[nameField]), String(row['Id']));
  return ids;
}

function requireId(ids: IdsByName, name: string, kind: string): string {
  const id = ids.get(name);
  if (id) return id;
  throw new RequestRejectedError('SETUP_MISSING', `The org has no ${kind} '${name}'`, 0, {
    actions: ['Deploy force-app first', 'Correct the name in config/local-org.json'],
  });
}

async function refuseFailures(
  saving: Promise<readonly { success: boolean; errors: readonly { code: string; message: string }[] }[]>,
  names: readonly string[],
): Promise<void> {
  const results = await saving;
  const failed = results.flatMap((result, i) =>
    result.success
      ? []
      : [`${names[i] ?? ''}: ${result.errors.map((error) => `${error.code} ${error.message}`).join('; ')}`],
  );
  if (failed.length > 0) throw new RequestRejectedError('SETUP_REFUSED', failed.join('\n'), 0);
}
