import type { RecordValues } from '../core';
import type { RunningUser } from '../execution';
import { expandGroup } from '../outbox';
import type { ApprovalServices, ApprovalStepDefinition } from './types';

/** Whether a user administers approvals: may answer, recall and edit in place of everyone. */
export function isApprovalAdministrator(
  services: ApprovalServices,
  user: RunningUser,
  objectName: string,
): boolean {
  return (
    services.access.hasUserPermission(user, 'ModifyAllData') ||
    services.access.objectAccess(user, objectName).modifyAll
  );
}

/** Whether a work item waits for a user: assigned, in the queue, or as the delegate of the approver. */
export function isApprover(
  services: ApprovalServices,
  workitem: RecordValues,
  step: Pick<ApprovalStepDefinition, 'allowDelegate'> | undefined,
  user: RunningUser,
): boolean {
  const actorIds = expandGroup(services, String(workitem['ActorId']));
  if (actorIds.includes(user.id)) return true;
  const users = services.schema().find('User');
  return (
    step?.allowDelegate === true &&
    users !== undefined &&
    actorIds.some((id) => services.store.find(users, id)?.['DelegatedApproverId'] === user.id)
  );
}
