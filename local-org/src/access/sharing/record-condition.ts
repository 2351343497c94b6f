import type { RunningUser } from '../../execution';
import type { Schema, SObjectType } from '../../schema';
import { quoteName, type RecordStore, type SqlValue } from '../../storage';
import type { RecordAccessLevel, SharingRule, SqlCondition } from '../types';
import { criteriaCondition } from './criteria';
import {
  accountChild,
  controllingReference,
  implicitChildren,
  shareTable,
  SHARING_ROOT,
} from './sharing-parents';
import type { UserSets } from './user-sets';

/** Organisation-wide defaults that open all records, by the access asked for. */
const OPEN_TO_ALL: Readonly<Record<RecordAccessLevel, ReadonlySet<string>>> = {
  read: new Set(['Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess']),
  edit: new Set(['ReadWrite', 'ReadWriteTransfer', 'FullAccess']),
  transfer: new Set(['ReadWriteTransfer', 'FullAccess']),
  delete: new Set(['FullAccess']),
};

/** Share-table levels that grant an access. */
const SHARE_LEVELS: Readonly<Record<RecordAccessLevel, readonly string[]>> = {
  read: ['Read', 'Edit', 'All'],
  edit: ['Edit', 'All'],
  transfer: ['All'],
  delete: ['All'],
};

export interface SharingSources {
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly userSets: UserSets;
  readonly rules: readonly SharingRule[];
  /** Whether View All or Modify All opens every record of an object to the user. */
  opensAll(type: SObjectType, level: RecordAccessLevel): boolean;
}

/**
 * The records of an object on which sharing gives a user an access, as SQL; null when it is all of them.
 * Owner, role hierarchy, sharing rules, manual shares, implicit access and control by the parent are alternatives.
 * Rules are evaluated when asked, so there is nothing to recalculate when records change.
 * @see https://help.salesforce.com/s/articleView?id=sf.security_sharing_considerations.htm
 */
export function recordCondition(
  sources: SharingSources,
  user: RunningUser,
  type: SObjectType,
  alias: string,
  level: RecordAccessLevel,
): SqlCondition | null {
  const { sharingModel, kind } = type.definition;
  if ((kind !== 'standard' && kind !== 'custom') || sources.opensAll(type, level)) return null;
  if (sharingModel === 'ControlledByParent') return parentCondition(sources, user, type, alias, level);
  if (OPEN_TO_ALL[level].has(sharingModel) || !type.field('OwnerId')) return null;
  const conditions = [
    ownerCondition(sources, user, alias),
    ...shareCondition(sources, user, type, alias, level),
    ...ruleConditions(sources, user, type, alias, level),
    ...accountConditions(sources, user, type, alias, level),
    ...(level === 'read' ? implicitConditions(sources, user, type, alias) : []),
  ];
  return anyOf(conditions);
}

function parentCondition(
  sources: SharingSources,
  user: RunningUser,
  type: SObjectType,
  alias: string,
  level: RecordAccessLevel,
): SqlCondition | null {
  const reference = controllingReference(type);
  const parentName = reference?.relationship?.referenceTo[0];
  const parent = parentName ? sources.schema.find(parentName) : undefined;
  if (!reference || !parent) return null;
  // Whoever may edit the master may also delete its details.
  const parentLevel = level === 'read' || reference.relationship?.writeRequiresMasterRead ? 'read' : 'edit';
  const parentAlias = `${alias}p`.replace(/"/g, '');
  const condition = recordCondition(sources, user, parent, parentAlias, parentLevel);
  if (!condition) return null;
  const byParent: SqlCondition = {
    sql: `${alias}.${quoteName(reference.name)} IN (SELECT ${parentAlias}."Id" FROM ${quoteName(parent.name)} ${parentAlias} WHERE ${condition.sql})`,
    parameters: condition.parameters,
  };
  return type.field('OwnerId') ? anyOf([byParent, ownerCondition(sources, user, alias)]) : byParent;
}

function ownerCondition(sources: SharingSources, user: RunningUser, alias: string): SqlCondition {
  const owners = [user.id, ...sources.userSets.subordinatesOf(user), ...sources.userSets.groupsOf(user)];
  return inList(`${alias}."OwnerId"`, owners);
}

function shareCondition(
  sources: SharingSources,
  user: RunningUser,
  type: SObjectType,
  alias: string,
  level: RecordAccessLevel,
): SqlCondition[] {
  const share = shareTable(type);
  if (!sources.schema.find(share.table)) return [];
  const grantees = inList('"UserOrGroupId"', [
    user.id,
    ...sources.userSets.subordinatesOf(user),
    ...sources.userSets.groupsOf(user),
  ]);
  const levels = inList(quoteName(share.accessLevel), SHARE_LEVELS[level]);
  return [
    {
      sql: `${alias}."Id" IN (SELECT ${quoteName(share.parent)} FROM ${quoteName(share.table)} WHERE ${grantees.sql} AND ${levels.sql})`,
      parameters: [...grantees.parameters, ...levels.parameters],
    },
  ];
}

function ruleConditions(
  sources: SharingSources,
  user: RunningUser,
  type: SObjectType,
  alias: string,
  level: RecordAccessLevel,
): SqlCondition[] {
  if (level === 'delete' || level === 'transfer') return [];
  return sources.rules
    .filter((rule) => rule.objectName.toLowerCase() === type.name.toLowerCase())
    .filter((rule) => level === 'read' || rule.accessLevel === 'Edit')
    .filter((rule) => sources.userSets.contains(rule.sharedTo, user))
    .map((rule) => sharedBy(sources, rule, type, alias));
}

/** The records that a rule shares. */
function sharedBy(
  sources: SharingSources,
  rule: SharingRule,
  type: SObjectType,
  alias: string,
): SqlCondition {
  if (!rule.sharedFrom) return criteriaCondition(type, alias, rule.criteria ?? [], rule.booleanFilter);
  const owners = sources.userSets.ownersIn(rule.sharedFrom);
  return owners === 'everyone' ? { sql: '1', parameters: [] } : inList(`${alias}."OwnerId"`, owners);
}

/** What an account opens of the records below it: to its owner by the owner's role, to others by account rules. */
function accountConditions(
  sources: SharingSources,
  user: RunningUser,
  type: SObjectType,
  alias: string,
  level: RecordAccessLevel,
): SqlCondition[] {
  const child = accountChild(type.name);
  const account = sources.schema.find(SHARING_ROOT);
  if (!child || !account || level === 'delete' || level === 'transfer') return [];
  const levels = level === 'read' ? ['Read', 'Edit'] : ['Edit'];
  const owners = inList('p."OwnerId"', [user.id, ...sources.userSets.subordinatesOf(user)]);
  const byRole: SqlCondition = {
    sql: `${owners.sql} AND EXISTS (SELECT 1 FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId"
            WHERE u."Id" = p."OwnerId" AND r.${quoteName(child.roleAccess)} IN (${levels.map((l) => `'${l}'`).join(', ')}))`,
    parameters: owners.parameters,
  };
  const byRules = sources.rules
    .filter(
      (rule) => rule.objectName === SHARING_ROOT && levels.includes(rule.childAccess?.[type.name] ?? ''),
    )
    .filter((rule) => sources.userSets.contains(rule.sharedTo, user))
    .map((rule) => sharedBy(sources, rule, account, 'p'));
  const { sql, parameters } = anyOf([byRole, ...byRules]);
  return [
    {
      sql: `${alias}.${quoteName(child.reference)} IN (SELECT p."Id" FROM ${quoteName(account.name)} p WHERE ${sql})`,
      parameters,
    },
  ];
}

/** Whoever may read a child may read its parent; where all may read the children, that says nothing. */
function implicitConditions(
  sources: SharingSources,
  user: RunningUser,
  type: SObjectType,
  alias: string,
): SqlCondition[] {
  return implicitChildren(type.name).flatMap(({ object, reference }): SqlCondition[] => {
    const child = sources.schema.find(object);
    if (child?.definition.sharingModel !== 'Private') return [];
    const readable = recordCondition(sources, user, child, 'c', 'read');
    if (!readable) return [];
    return [
      {
        sql: `${alias}."Id" IN (SELECT c.${quoteName(reference)} FROM ${quoteName(child.name)} c WHERE c."IsDeleted" = 0 AND ${readable.sql})`,
        parameters: readable.parameters,
      },
    ];
  });
}

function inList(column: string, values: readonly SqlValue[]): SqlCondition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] };
}

function anyOf(conditions: readonly SqlCondition[]): SqlCondition {
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(' OR ')})`,
    parameters: conditions.flatMap((condition) => condition.parameters),
  };
}
