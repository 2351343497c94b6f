import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { approvalResource, approvalSituationResource } from './approval-resource';

/** Adds `/process/approvals` and what the pages ask about approvals. */
export function registerApprovals(_app: FastifyInstance, deps: ApiDeps): void {
  deps.resources.add(approvalResource(deps), approvalSituationResource(deps));
}
