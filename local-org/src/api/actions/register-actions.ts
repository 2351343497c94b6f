import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { actionResources } from './action-resources';
import { quickActionResources } from './quick-action-resources';
import { screenFlowResources } from './screen-flow-resources';

/** Adds invocable actions, flows among them, quick actions, and the runtime of screen flows. */
export function registerActions(_app: FastifyInstance, deps: ApiDeps): void {
  deps.resources.add(...actionResources(deps), ...quickActionResources(deps), ...screenFlowResources(deps));
}
