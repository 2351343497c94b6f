import { ApiError, UnsupportedFeatureError, keyPrefixOf, toId18, type RecordValues } from '../core';
import type { SObjectType } from '../schema';
import type {
  ApprovalProcessDefinition,
  ApprovalServices,
  ApprovalStepDefinition,
  ApproverDefinition,
} from './types';

/** What the approvers of a step follow from. */
export interface ApproverSituation {
  readonly process: ApprovalProcessDefinition;
  readonly step: ApprovalStepDefinition;
  readonly type: SObjectType;
  readonly record: Readonly<RecordValues>;
  readonly submitterId: string;
  /** Who approved the step before; null at the first step. */
  readonly previousApproverId: string | null;
  readonly nextApproverIds: readonly string[];
}

type ResolveApprover = (
  services: ApprovalServices,
  situation: ApproverSituation,
  approver: ApproverDefinition,
) => readonly string[];

/**
 * Kinds of approvers.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_approvalprocess.htm#Approver
 */
const RESOLVERS: Readonly<Record<string, ResolveApprover>> = {
  user: (services, _situation, { name }) => [
    idBy(services, 'SELECT "Id" AS id FROM "User" WHERE "Username" = ?', name),
  ],
  queue: (services, _situation, { name }) => [
    idBy(services, 'SELECT "Id" AS id FROM "Group" WHERE "Type" = \'Queue\' AND "DeveloperName" = ?', name),
  ],
  userHierarchyField: (services, situation, { name }) => [hierarchyApprover(services, situation, name)],
  relatedUserField: (_services, { type, record }, { name }) => {
    const field = relatedUserField(type, name ?? '');
    const id = field && record[field.name];
    return [typeof id === 'string' ? id : managerNotDefined()];
  },
  adhoc: (_services, { nextApproverIds }) => {
    if (nextApproverIds.length > 0) return nextApproverIds.map(toId18);
    const fields = ['nextApproverIds'];
    throw new ApiError('REQUIRED_FIELD_MISSING', 'missing required field: [nextApproverIds]', { fields });
  },
};

/** Whether a kind of approver is supported. */
export function isSupportedApprover(type: string): boolean {
  return Object.hasOwn(RESOLVERS, type);
}

/** The field of a related-user approver, by name or relationship: `Owner`, `Coach__c`. */
export function relatedUserField(type: SObjectType, name: string): ReturnType<SObjectType['field']> {
  return type.field(name) ?? type.parentField(name) ?? type.field(`${name}Id`);
}

/**
 * The users and queues that a step waits for, each once.
 * @throws ApiError MANAGER_NOT_DEFINED, REQUIRED_FIELD_MISSING, INACTIVE_OWNER_OR_USER
 */
export function approversOf(services: ApprovalServices, situation: ApproverSituation): string[] {
  const ids = situation.step.approvers.flatMap((approver) => {
    const resolve = RESOLVERS[approver.type];
    if (!resolve) throw new UnsupportedFeatureError(`Approver type ${approver.type}`);
    return resolve(services, situation, approver);
  });
  const unique = [...new Set(ids)];
  for (const id of unique) requireActive(services, id);
  return unique;
}

function hierarchyApprover(
  services: ApprovalServices,
  { process, record, submitterId, previousApproverId }: ApproverSituation,
  name: string | null,
): string {
  const automated = process.automatedApprover;
  const ownerId = record['OwnerId'];
  const first = automated?.ofOwner && typeof ownerId === 'string' ? ownerId : submitterId;
  const users = services.schema().find('User');
  const field = users && relatedUserField(users, automated?.field ?? name ?? 'Manager');
  const user = users && services.store.find(users, previousApproverId ?? first);
  const id = field && user?.[field.name];
  return typeof id === 'string' ? id : managerNotDefined();
}

/** UNVERIFIED: the text; the code is known. */
function managerNotDefined(): never {
  throw new ApiError('MANAGER_NOT_DEFINED', 'Manager undefined.');
}

function idBy(services: ApprovalServices, sql: string, name: string | null): string {
  const row = services.store.prepare(sql).get(name ?? '') as { id: string } | undefined;
  if (row) return row.id;
  throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

/** UNVERIFIED: what the platform answers for an approver who has left. */
function requireActive(services: ApprovalServices, id: string): void {
  const users = services.schema().find('User');
  if (!users || keyPrefixOf(id) !== users.definition.keyPrefix) return;
  if (services.store.find(users, id)?.['IsActive'] === true) return;
  throw new ApiError(
    'INACTIVE_OWNER_OR_USER',
    `operation performed with inactive user [${id.slice(0, 15)}] as owner of approval request`,
  );
}
