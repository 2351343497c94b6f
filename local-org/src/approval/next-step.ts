import { meetsCriteria } from '../dml';
import type { RunningUser } from '../execution';
import type { ApprovalRequest } from './approval-request';
import type { ApprovalServices } from './types';

/**
 * Where a request goes from a position on: the index of the first step whose criteria the record meets, or how the
 * request ends without one.
 */
export function nextStep(
  services: ApprovalServices,
  { process, type, recordId }: Pick<ApprovalRequest, 'process' | 'type' | 'recordId'>,
  from: number,
  user: RunningUser,
): number | 'Approved' | 'Rejected' {
  const { steps } = process;
  const record = services.store.find(type, recordId) ?? {};
  for (let index = from; index < steps.length; index++) {
    const step = steps[index];
    if (!step) break;
    if (meetsCriteria(services.formulas.open(user), type, record, step.criteria)) return index;
    if (step.ifCriteriaNotMet === 'ApproveRecord') break;
    if (step.ifCriteriaNotMet === 'RejectRecord') return 'Rejected';
  }
  return 'Approved';
}
