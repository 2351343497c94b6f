import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { leadConversionResource } from './lead-conversion-resource';

/** Adds what the pages ask about the conversion of leads. */
export function registerRules(_app: FastifyInstance, deps: ApiDeps): void {
  deps.resources.add(leadConversionResource(deps));
}
