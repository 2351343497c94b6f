import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { registerSoapEndpoint } from '../soap/soap-endpoint';
import { deployRequestResources } from './deploy-request';
import { metadataOperations } from './metadata-operations';

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** The Metadata API over SOAP, and its REST resource for deploys. */
export function registerMetadata(app: FastifyInstance, deps: ApiDeps): void {
  registerSoapEndpoint(app, deps, {
    letter: 'm',
    namespace: METADATA_NAMESPACE,
    operations: metadataOperations(deps.org),
  });
  deps.resources.add(...deployRequestResources(deps.org));
}
