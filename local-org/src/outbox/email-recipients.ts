import { keyPrefixOf, type FieldValue, type RecordValues } from '../core';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

/** A recipient as an alert names it: `{ type: 'owner' }`, `{ type: 'userLookup', field: 'Coach__c' }`. */
export interface EmailRecipient {
  readonly type: string;
  readonly field?: string | undefined;
  readonly recipient?: string | undefined;
}

/** What recipients are found with. */
export interface RecipientSources {
  schema(): Schema;
  readonly store: RecordStore;
}

type Resolve = (
  sources: RecipientSources,
  values: Readonly<RecordValues>,
  entry: EmailRecipient,
) => FieldValue[];

const byColumn = (sources: RecipientSources, sql: string, name: string | undefined): FieldValue[] =>
  (sources.store.prepare(sql).all(name ?? '') as { id: string }[]).map(({ id }) => id);

const fieldOf: Resolve = (_sources, values, { field }) => [values[field ?? ''] ?? null];
const usersOfRole =
  'SELECT u."Id" AS id FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE u."IsActive" = 1 AND r."DeveloperName" = ?';

/**
 * Kinds of recipients. A kind that is absent is refused at deploy.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_workflow.htm#WorkflowEmailRecipient
 */
const RESOLVERS: Readonly<Record<string, Resolve>> = {
  owner: (_sources, values) => [values['OwnerId'] ?? null],
  creator: (_sources, values) => [values['CreatedById'] ?? null],
  user: (sources, _values, { recipient }) =>
    byColumn(sources, 'SELECT "Id" AS id FROM "User" WHERE "IsActive" = 1 AND "Username" = ?', recipient),
  role: (sources, _values, { recipient }) => byColumn(sources, usersOfRole, recipient),
  group: (sources, _values, { recipient }) =>
    byColumn(sources, 'SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ?', recipient),
  userLookup: fieldOf,
  contactLookup: fieldOf,
  email: fieldOf,
  accountOwner: (sources, values) => {
    const type = sources.schema().find('Account');
    const id = values['AccountId'];
    return [type && typeof id === 'string' ? (sources.store.find(type, id)?.['OwnerId'] ?? null) : null];
  },
};

/** Whether a kind of recipient is supported. */
export function isSupportedRecipient(type: string): boolean {
  return Object.hasOwn(RESOLVERS, type);
}

/** Ids and addresses that an alert goes to; members of groups and queues one by one. */
export function resolveRecipients(
  sources: RecipientSources,
  values: Readonly<RecordValues>,
  recipients: readonly EmailRecipient[],
): string[] {
  const found = recipients.flatMap((entry) => RESOLVERS[entry.type]?.(sources, values, entry) ?? []);
  const ids = found.filter((value): value is string => typeof value === 'string');
  return [...new Set(ids.flatMap((id) => expandGroup(sources, id)))];
}

/** The active users of a group or queue; anything else stands for itself. */
export function expandGroup(sources: RecipientSources, id: string): string[] {
  if (keyPrefixOf(id) !== sources.schema().find('Group')?.definition.keyPrefix) return [id];
  const members = `
    WITH RECURSIVE member(id) AS (
      SELECT ? UNION SELECT m."UserOrGroupId" FROM "GroupMember" m JOIN member ON m."GroupId" = member.id
    )
    SELECT u."Id" AS id FROM "User" u WHERE u."IsActive" = 1 AND (
      u."Id" IN (SELECT id FROM member)
      OR u."UserRoleId" IN (SELECT g."RelatedId" FROM "Group" g WHERE g."Type" = 'Role' AND g."Id" IN (SELECT id FROM member)))
    ORDER BY u."Id"`;
  return byColumn(sources, members, id).map(String);
}
