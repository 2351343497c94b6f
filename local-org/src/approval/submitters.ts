import type { RecordValues } from '../core';
import type { RunningUser } from '../execution';
import { expandGroup } from '../outbox';
import type { ApprovalServices, ApproverDefinition } from './types';

type MaySubmit = (
  services: ApprovalServices,
  values: Readonly<RecordValues>,
  user: RunningUser,
  name: string,
) => boolean;

const inRole = 'SELECT 1 FROM "UserRole" WHERE "DeveloperName" = ?1 AND "Id" = ?2';
const inRoleOrBelow = `
  WITH RECURSIVE below(id) AS (
    SELECT "Id" FROM "UserRole" WHERE "DeveloperName" = ?1
    UNION SELECT r."Id" FROM "UserRole" r JOIN below ON r."ParentRoleId" = below.id
  ) SELECT 1 FROM below WHERE id = ?2`;
const byRole =
  (sql: string): MaySubmit =>
  (services, _values, { roleId }, name) =>
    roleId !== null && services.store.prepare(sql).get(name, roleId) !== undefined;

/**
 * Kinds of users who may submit a record.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_approvalprocess.htm#ApprovalSubmitter
 */
const SUBMITTERS: Readonly<Record<string, MaySubmit>> = {
  owner: (services, values, user) => {
    const ownerId = values['OwnerId'];
    return typeof ownerId === 'string' && expandGroup(services, ownerId).includes(user.id);
  },
  creator: (_services, values, user) => values['CreatedById'] === user.id,
  user: (_services, _values, user, name) => user.username.toLowerCase() === name.toLowerCase(),
  role: byRole(inRole),
  roleSubordinates: byRole(inRoleOrBelow),
  roleSubordinatesInternal: byRole(inRoleOrBelow),
  allInternalUsers: () => true,
  group: (services, _values, user, name) => {
    const group = services.store
      .prepare('SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ?')
      .get(name);
    return group !== undefined && expandGroup(services, String(group['id'])).includes(user.id);
  },
};

/** Whether a kind of submitter is supported. */
export function isSupportedSubmitter(type: string): boolean {
  return Object.hasOwn(SUBMITTERS, type);
}

/** Whether a user may submit a record: when the process names nobody, everyone. */
export function maySubmit(
  services: ApprovalServices,
  submitters: readonly ApproverDefinition[],
  values: Readonly<RecordValues>,
  user: RunningUser,
): boolean {
  return (
    submitters.length === 0 ||
    submitters.some(({ type, name }) => SUBMITTERS[type]?.(services, values, user, name ?? '') ?? false)
  );
}
