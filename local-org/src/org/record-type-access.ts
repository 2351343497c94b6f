import type { RecordTypeAccess } from '../dml';
import type { RunningUser } from '../execution';
import type { ComponentStore, RecordTypeVisibility } from '../metadata';
import type { RecordStore } from '../storage';
import { userGrants } from './user-grants';

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
    const { ofProfile: granted, ofPermissionSets } = userGrants(this.store, components, user);
    const ofProfile = granted.flatMap(({ recordTypes }) => recordTypes);
    const ofSets = ofPermissionSets.flatMap(({ recordTypes }) => recordTypes);
    return {
      available: new Set([...ofProfile, ...ofSets].filter(({ visible }) => visible).map(fullName)),
      defaults: new Map(
        ofProfile
          .filter((visibility) => visibility.default)
          .map((visibility) => fullName(visibility).split('.') as [string, string]),
      ),
    };
  }
}

function fullName({ recordType }: RecordTypeVisibility): string {
  return recordType.toLowerCase();
}
