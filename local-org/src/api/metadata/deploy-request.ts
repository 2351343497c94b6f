import { ApiError } from '../../core';
import type { LocalOrg } from '../../org';
import type { RequestBody } from '../http/request-body';
import type { Resource, RestRequest } from '../http/resource';
import { parseJson } from '../http/parse-json';
import { ok, type RestResponse } from '../http/responses';
import { isJsonObject } from '../rest/record-input';
import { readDeployOptions, type RawDeployOptions } from './deploy-options';
import { deployResultBody } from './deploy-result-body';
import { requireMetadataAccess } from './metadata-access';

const MAX_DEPLOY_BYTES = 50 * 1024 * 1024;

/**
 * Deploys over REST: `POST /metadata/deployRequest` (multipart: the options as `entity_content`, the zip as `file`; or
 * JSON that names a validation), `GET` for its state, `PATCH` to cancel.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
export function deployRequestResources(org: LocalOrg): Resource[] {
  return [
    {
      path: '/metadata/deployRequest',
      accepts: ['multipart/form-data'],
      maxBodyBytes: MAX_DEPLOY_BYTES,
      POST: (request) => createDeploy(org, request),
    },
    {
      path: '/metadata/deployRequest/:id',
      GET: (request) => deployStatus(org, request),
      PATCH: (request) => cancelDeploy(org, request),
    },
  ];
}

async function createDeploy(org: LocalOrg, request: RestRequest): Promise<RestResponse> {
  requireMetadataAccess(org, request.session.user);
  if (request.body.mediaType === 'application/json') {
    const body = request.body.json();
    const validationId = isJsonObject(body) ? body['validatedDeployRequestId'] : undefined;
    if (typeof validationId !== 'string')
      throw new ApiError('REQUIRED_FIELD_MISSING', 'validatedDeployRequestId is missing');
    const id = org.metadata.deployRecentValidation(validationId, request.session.user);
    return { status: 201, body: { validatedDeployRequestId: validationId, id, url: urlOf(request, id) } };
  }
  const { options, zip } = await readParts(request.body);
  const deployOptions = readDeployOptions(options);
  const id = org.metadata.deploy(zip, deployOptions, request.session.user);
  const { status, done } = org.metadata.deployResult(id);
  return {
    status: 201,
    body: { id, url: urlOf(request, id), deployOptions, deployResult: { id, done, status } },
  };
}

function deployStatus(org: LocalOrg, request: RestRequest): RestResponse {
  requireMetadataAccess(org, request.session.user);
  const { id = '' } = request.parameters;
  const result = org.metadata.deployResult(id);
  const details = request.query.get('includeDetails') === 'true';
  return ok({
    id: result.id,
    url: urlOf(request, result.id),
    deployResult: deployResultBody(result, details),
  });
}

function cancelDeploy(org: LocalOrg, request: RestRequest): RestResponse {
  requireMetadataAccess(org, request.session.user);
  const { id = '' } = request.parameters;
  org.metadata.cancelDeploy(id);
  const result = org.metadata.deployResult(id);
  return {
    status: 202,
    body: { id, url: urlOf(request, id), deployResult: deployResultBody(result, false) },
  };
}

async function readParts(body: RequestBody): Promise<{ options: RawDeployOptions; zip: Uint8Array }> {
  const form = await new Response(Uint8Array.from(body.bytes), {
    headers: { 'content-type': body.contentType ?? '' },
  })
    .formData()
    .catch(() => undefined);
  const json = form?.get('entity_content') ?? form?.get('json');
  const file = form?.get('file');
  if (!json || !file || typeof file === 'string') {
    throw new ApiError('INVALID_MULTIPART_REQUEST', 'The request needs the parts entity_content and file');
  }
  const text = typeof json === 'string' ? json : await json.text();
  const content = parseJson(text);
  const options = isJsonObject(content) ? content['deployOptions'] : undefined;
  return { options: isJsonObject(options) ? options : {}, zip: new Uint8Array(await file.arrayBuffer()) };
}

function urlOf(request: RestRequest, id: string): string {
  return `/services/data/v${request.context.apiVersion}.0/metadata/deployRequest/${id}`;
}
