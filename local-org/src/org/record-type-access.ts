import type { RecordTypeAccess } from '../dml';
import type { RunningUser } from '../execution';
import { permissionSets, profiles, type ComponentStore, type RecordTypeVisibility } from '../metadata';
import type { RecordStore } from '../storage';
import { shippedName } from './setup/projections/profiles';

/** Record types of one user, by full name in lower case: `opportunity.partner`. */
interface UserRecordTypes {
  readonly available: ReadonlySet<string>;
  readonly defaults: ReadonlyMap<string, string>;
}

const MASTER = 'master';

/**
 * Answers which record types a user may choose, and which one is the default: profiles and assigned permission sets
 * make them available, only profiles name defaults.
 * @see https://help.salesforce.com/s/articleView?id=sf.users_record_type_access.htm
 */
export class StoredRecordTypeAccess implements RecordTypeAccess {
  private readonly byUser = new Map<string, UserRecordTypes>();
  private loadedFrom: ComponentStore | undefined;

  constructor(
    private readonly store: RecordStore,
    private readonly components: () => ComponentStore,
  ) {}

  defaultRecordTypeId(user: RunningUser, objectName: string): string | null | undefined {
    const name = this.recordTypesOf(user).defaults.get(objectName.toLowerCase());
    if (name === undefined) return undefined;
    return name === MASTER ? null : this.idOf(objectName, name);
  }

  isAvailable(user: RunningUser, objectName: string, recordTypeId: string): boolean {
    const row = this.store
      .prepare('SELECT "DeveloperName" AS name FROM "RecordType" WHERE "Id" = ?')
      .get(recordTypeId);
    if (!row) return false;
    return this.recordTypesOf(user).available.has(`${objectName}.${String(row['name'])}`.toLowerCase());
  }

  /** Forgets what is cached. To be called after users, permissions or assignments changed. */
  invalidate(): void {
    this.byUser.clear();
  }

  private idOf(objectName: string, name: string): string | undefined {
    const row = this.store
      .prepare(
        'SELECT "Id" AS id FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ? COLLATE NOCASE',
      )
      .get(objectName, name);
    return row?.['id'] as string | undefined;
  }

  private recordTypesOf(user: RunningUser): UserRecordTypes {
    const components = this.components();
    if (components !== this.loadedFrom) this.byUser.clear();
    this.loadedFrom = components;
    let recordTypes = this.byUser.get(user.id);
    if (!recordTypes) this.byUser.set(user.id, (recordTypes = this.load(user, components)));
    return recordTypes;
  }

  private load(user: RunningUser, components: ComponentStore): UserRecordTypes {
    const profileName = this.names('SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?', user.profileId);
    const ofProfile = profiles(components)
      .filter(({ name }) => profileName.has(shippedName(name)))
      .flatMap(({ grants }) => grants.recordTypes);
    const assigned = this.names(ASSIGNED_PERMISSION_SETS, user.id);
    const ofSets = permissionSets(components)
      .filter(({ name }) => assigned.has(name.toLowerCase()))
      .flatMap(({ grants }) => grants.recordTypes);
    return {
      available: new Set([...ofProfile, ...ofSets].filter(({ visible }) => visible).map(fullName)),
      defaults: new Map(
        ofProfile
          .filter((visibility) => visibility.default)
          .map((visibility) => fullName(visibility).split('.') as [string, string]),
      ),
    };
  }

  private names(sql: string, id: string): Set<string> {
    const rows = this.store.prepare(sql).all(id) as { name: string }[];
    return new Set(rows.map(({ name }) => name.toLowerCase()));
  }
}

/** Names of the permission sets a user has, those of groups included. */
const ASSIGNED_PERMISSION_SETS = `
  SELECT s."Name" AS name FROM "PermissionSetAssignment" a
  LEFT JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
  JOIN "PermissionSet" s ON s."Id" = coalesce(c."PermissionSetId", a."PermissionSetId")
  WHERE a."AssigneeId" = ?`;

function fullName({ recordType }: RecordTypeVisibility): string {
  return recordType.toLowerCase();
}
