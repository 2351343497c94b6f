import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { approvalResource } from './approval-resource';

/** Adds `/process/approvals`. */
export function registerApprovals(_app: FastifyInstance, deps: ApiDeps): void {
  deps.resources.add(approvalResource(deps));
}
