import { MAX_API_VERSION } from '../core';
import type { CommitListener } from '../execution';
import { askForApproval } from './notify-approvers';
import type { ApprovalEngine } from './approval-engine';
import { openStepOf, readRequest } from './approval-request';

/** Notes work items that were moved to another approver, as step `Reassigned`, and asks the new one. */
export function noteReassignments(engine: ApprovalEngine): CommitListener {
  return ({ changes }) => {
    for (const { objectName, operation, values, prior, user } of changes) {
      if (objectName !== 'ProcessInstanceWorkitem' || operation !== 'update') continue;
      const [from, to] = [String(prior?.['ActorId']), String(values['ActorId'])];
      if (from === to) continue;
      const request = readRequest(engine.services, engine.rows, String(values['ProcessInstanceId']));
      const open = openStepOf(engine.rows, request);
      const { instanceId } = request;
      const entry = { instanceId, status: 'Reassigned', comments: null, nodeId: open?.nodeId ?? null };
      engine.rows.addStep({ ...entry, originalActorId: from, actorId: to }, user.id);
      const record = engine.services.store.find(request.type, request.recordId) ?? {};
      askForApproval(engine.services, request, record, [to], {
        user,
        mode: 'system',
        apiVersion: MAX_API_VERSION,
      });
    }
  };
}
