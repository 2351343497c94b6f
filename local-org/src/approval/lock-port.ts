import type { AutomationBatch, AutomationStep } from '../execution';
import type { ApprovalEngine } from './approval-engine';
import { readRequest } from './approval-request';
import { isApprovalAdministrator } from './may-act';
import type { RecordLocks } from './record-locks';

const WORKITEM = 'ProcessInstanceWorkitem';

/**
 * Refuses changes of locked records, but for administrators and, where the process says so, the present approver; and
 * reassignments by users whom a work item does not wait for. Field updates of approvals are not held up.
 * DEVIATION: details of a locked master are not locked with it.
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_locking.htm
 */
export function recordLockStep(engine: ApprovalEngine, locks: RecordLocks): AutomationStep {
  return (batch) => {
    if (batch.operation === 'insert' || batch.origin !== undefined || batch.trusted === true) return;
    if (batch.objectName === WORKITEM) checkReassignment(engine, batch);
    const locked = locks.lockedAmong(batch.records.flatMap(({ id }) => id ?? []));
    if (locked.size === 0) return;
    const { services } = engine;
    const { user } = batch.context;
    if (isApprovalAdministrator(services, user, batch.objectName)) return;
    for (const record of batch.records) {
      if (record.id === null || !locked.has(record.id) || mayEdit(engine, record.id, batch)) continue;
      record.addError('the entity is locked for editing', undefined, 'ENTITY_IS_LOCKED');
    }
  };
}

function mayEdit(engine: ApprovalEngine, recordId: string, { operation, context }: AutomationBatch): boolean {
  const instance = engine.openInstanceOf(recordId);
  if (operation !== 'update' || !instance) return false;
  const { process } = readRequest(engine.services, engine.rows, String(instance['Id']));
  return process.approverMayEdit && engine.isCurrentApprover(recordId, context.user);
}

/** A work item is moved to another approver by whom it waits for, or by an administrator. */
function checkReassignment(engine: ApprovalEngine, batch: AutomationBatch): void {
  const { user } = batch.context;
  for (const record of batch.records) {
    const request = readRequest(engine.services, engine.rows, String(record.values['ProcessInstanceId']));
    const isAllowed =
      engine.isCurrentApprover(request.recordId, user) ||
      isApprovalAdministrator(engine.services, user, request.process.objectName);
    if (!isAllowed) {
      record.addError(
        'insufficient access rights on object id',
        undefined,
        'INSUFFICIENT_ACCESS_OR_READONLY',
      );
    }
  }
}
