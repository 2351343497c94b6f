import type { RunningUser } from '../execution';
import type { Schema, SObjectKind, SObjectType } from '../schema';
import { quoteName, type RecordStore } from '../storage';
import { EffectivePermissions, NO_OBJECT_ACCESS } from './effective-permissions';
import { folderCondition, isInSharedFolders } from './folder-condition';
import { objectAccessOf } from './object-access';
import { recordCondition } from './sharing/record-condition';
import { UserSets } from './sharing/user-sets';
import type {
  AccessControl,
  FieldAccess,
  FolderType,
  ObjectAccess,
  RecordAccessLevel,
  SharedFolder,
  SharingRule,
  SqlCondition,
  UserSet,
} from './types';

export interface AccessControlDependencies {
  schema(): Schema;
  readonly store: RecordStore;
  /** The sharing rules deployed at this moment. */
  sharingRules(): readonly SharingRule[];
  /** The folders of reports and dashboards that are not public at this moment. */
  sharedFolders(): readonly SharedFolder[];
}

const FULL_FIELD_ACCESS: FieldAccess = { read: true, edit: true };
/** @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_considerations.htm */
const KINDS_WITHOUT_FIELD_SECURITY: ReadonlySet<SObjectKind> = new Set(['customMetadata', 'platformEvent']);

/** Builds access control over the org's own permission and role records. */
export function createAccessControl(dependencies: AccessControlDependencies): AccessControl {
  return new StoredAccessControl(dependencies);
}

class StoredAccessControl implements AccessControl {
  private readonly permissionsByUser = new Map<string, EffectivePermissions>();
  private readonly conditions = new Map<string, SqlCondition | null>();
  private userSets: UserSets | undefined;

  constructor(private readonly dependencies: AccessControlDependencies) {}

  invalidate(): void {
    this.permissionsByUser.clear();
    this.conditions.clear();
    this.userSets = undefined;
  }

  objectAccess(user: RunningUser, objectName: string): ObjectAccess {
    const schema = this.dependencies.schema();
    const type = schema.find(objectName);
    return type ? objectAccessOf(schema, type, this.permissionsOf(user)) : NO_OBJECT_ACCESS;
  }

  fieldAccess(user: RunningUser, objectName: string, fieldName: string): FieldAccess {
    const type = this.dependencies.schema().find(objectName);
    const field = type?.field(fieldName);
    // Standard fields are open in every profile as shipped; custom ones need a grant, for administrators too.
    if (!field?.permissionable || !field.custom) return FULL_FIELD_ACCESS;
    if (type && KINDS_WITHOUT_FIELD_SECURITY.has(type.definition.kind)) return FULL_FIELD_ACCESS;
    // The parts of a geolocation go with it: only the whole can be granted.
    return this.permissionsOf(user).fieldAccess(objectName, field.compoundFieldName ?? field.name);
  }

  hasUserPermission(user: RunningUser, name: string): boolean {
    return this.permissionsOf(user).hasUserPermission(name);
  }

  hasCustomPermission(user: RunningUser, name: string): boolean {
    return this.permissionsOf(user).hasCustomPermission(name);
  }

  hasApexClassAccess(user: RunningUser, className: string): boolean {
    const permissions = this.permissionsOf(user);
    return permissions.hasUserPermission('AuthorApex') || permissions.hasApexClassAccess(className);
  }

  visibleRecords(user: RunningUser, objectName: string, alias: string): SqlCondition | null {
    return this.condition(user, objectName, alias, 'read');
  }

  accessibleIds(
    user: RunningUser,
    objectName: string,
    ids: readonly string[],
    level: RecordAccessLevel,
  ): ReadonlySet<string> {
    const condition = this.condition(user, objectName, 't', level);
    if (!condition) return new Set(ids);
    const rows = this.dependencies.store
      .prepare(
        `SELECT t."Id" AS id FROM ${quoteName(objectName)} t
         WHERE t."Id" IN (SELECT value FROM json_each(?)) AND ${condition.sql}`,
      )
      .all(JSON.stringify(ids), ...condition.parameters) as { id: string }[];
    return new Set(rows.map((row) => row.id));
  }

  isInSet(user: RunningUser, set: UserSet): boolean {
    return this.sets().contains(set, user);
  }

  hiddenFolders(user: RunningUser, type: FolderType): ReadonlySet<string> {
    if (this.hasUserPermission(user, 'ViewAllData')) return new Set();
    const username = user.username.toLowerCase();
    const hidden = this.dependencies
      .sharedFolders()
      .filter((folder) => folder.type === type)
      .filter(({ users }) => !users.some((name) => name.toLowerCase() === username))
      .filter(({ sharedTo }) => !sharedTo.some((set) => this.sets().includes(set, user)));
    return new Set(hidden.map(({ name }) => name));
  }

  groupsOf(user: RunningUser): readonly string[] {
    return this.sets().groupsOf(user);
  }

  private sets(): UserSets {
    return (this.userSets ??= new UserSets(this.dependencies.store));
  }

  private condition(
    user: RunningUser,
    objectName: string,
    alias: string,
    level: RecordAccessLevel,
  ): SqlCondition | null {
    const key = `${user.id} ${objectName} ${alias} ${level}`;
    let condition = this.conditions.get(key);
    if (condition === undefined) {
      condition = this.buildCondition(user, objectName, alias, level);
      this.conditions.set(key, condition);
    }
    return condition;
  }

  private buildCondition(
    user: RunningUser,
    objectName: string,
    alias: string,
    level: RecordAccessLevel,
  ): SqlCondition | null {
    const type = this.dependencies.schema().find(objectName);
    if (!type) return null;
    if (isInSharedFolders(objectName)) {
      return folderCondition(objectName, alias, (folderType) => this.hiddenFolders(user, folderType));
    }
    const sources = {
      schema: this.dependencies.schema(),
      store: this.dependencies.store,
      userSets: this.sets(),
      rules: this.dependencies.sharingRules(),
      opensAll: (asked: SObjectType, askedLevel: RecordAccessLevel): boolean => {
        const access = this.objectAccess(user, asked.name);
        return access.modifyAll || (askedLevel === 'read' && access.viewAll);
      },
    };
    return recordCondition(sources, user, type, alias, level);
  }

  private permissionsOf(user: RunningUser): EffectivePermissions {
    let permissions = this.permissionsByUser.get(user.id);
    if (!permissions) {
      permissions = EffectivePermissions.load(this.dependencies.store, user);
      this.permissionsByUser.set(user.id, permissions);
    }
    return permissions;
  }
}
