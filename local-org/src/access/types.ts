import type { RunningUser } from '../execution';
import type { FilterItem } from '../schema';
import type { SqlValue } from '../storage';

/** What a user may do with an object, from profile, permission sets and groups together. */
export interface ObjectAccess {
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

/** A condition on a table, with its parameters in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export type RecordAccessLevel = 'read' | 'edit' | 'delete' | 'transfer';

/** A set of users as sharing rules name it: `{ kind: 'role', name: 'Sales_Manager' }`. */
export interface UserSet {
  readonly kind: 'allInternalUsers' | 'group' | 'queue' | 'role' | 'roleAndSubordinates';
  /** Developer name; empty for all internal users. */
  readonly name: string;
}

/**
 * A sharing rule of an object: records owned by a set of users, or records that meet criteria, are opened to
 * another set of users.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm
 */
export interface SharingRule {
  readonly objectName: string;
  readonly name: string;
  readonly accessLevel: 'Read' | 'Edit';
  readonly sharedTo: UserSet;
  /** Owner-based rule: whose records. */
  readonly sharedFrom?: UserSet;
  /** Criteria-based rule: which records; all items must hold unless `booleanFilter` says otherwise. */
  readonly criteria?: readonly FilterItem[];
  readonly booleanFilter?: string;
  /** Account rules: access to the records below a shared account, by object: `{ Opportunity: 'Read' }`. */
  readonly childAccess?: Readonly<Record<string, string>>;
}

/** Metadata types whose components stand in folders that are shared. */
export type FolderType = 'Report' | 'Dashboard';

/**
 * A folder that is not open to everybody. What is shared with a role or group is not shared with the roles above.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_folder.htm
 */
export interface SharedFolder {
  readonly type: FolderType;
  /** Developer name. */
  readonly name: string;
  readonly sharedTo: readonly UserSet[];
  /** Usernames of single users that it is shared with. */
  readonly users: readonly string[];
}

/** Answers what a user may see and do. Cached until users, permissions, roles or groups change. */
export interface AccessControl {
  objectAccess(user: RunningUser, objectName: string): ObjectAccess;
  fieldAccess(user: RunningUser, objectName: string, fieldName: string): FieldAccess;
  /** A user permission by API name: `ModifyAllData`, `CreateAuditFields`. */
  hasUserPermission(user: RunningUser, name: string): boolean;
  /** A custom permission by API name. */
  hasCustomPermission(user: RunningUser, name: string): boolean;
  /**
   * Whether the user may call a deployed top-level class from outside: Apex REST, pages. Who may author Apex may call all.
   * @see https://help.salesforce.com/s/articleView?id=sf.code_package_security.htm
   */
  hasApexClassAccess(user: RunningUser, className: string): boolean;
  /**
   * The records of an object that the user may read, as a condition on the table alias; null when all of them.
   * `visibleRecords(user, 'Opportunity', 't0')` may be `{ sql: '"t0"."OwnerId" IN (...)', parameters: [...] }`.
   */
  visibleRecords(user: RunningUser, objectName: string, alias: string): SqlCondition | null;
  /** Of these records, the ids on which the user has at least that access. */
  accessibleIds(
    user: RunningUser,
    objectName: string,
    ids: readonly string[],
    level: RecordAccessLevel,
  ): ReadonlySet<string>;
  /** Whether what is shared with a set of users reaches this one. */
  isInSet(user: RunningUser, set: UserSet): boolean;
  /** Developer names of the folders that the user may not look into. Who sees all data looks into all. */
  hiddenFolders(user: RunningUser, type: FolderType): ReadonlySet<string>;
  /** Ids of the groups and queues whose access the user has. */
  groupsOf(user: RunningUser): readonly string[];
  /** Forgets what is cached. To be called after users, permissions, roles, groups or sharing rules changed. */
  invalidate(): void;
}
