import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../core';
import type { ApiDeps } from '../api-deps';
import type { RestRequest } from '../http/resource';
import { isJsonObject } from '../rest/record-input';
import { uiRequest } from '../ui-api/request/ui-request';
import { uiServices } from '../ui-api/request/ui-services';
import { executeGraphql, type GraphqlRequest } from './execute-request';

/**
 * Adds the GraphQL API: `POST /services/data/vXX.X/graphql` with `{ query, variables, operationName }`. Every request
 * that can be read is answered with 200, its errors in the body.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/graphql-about.html
 */
export function registerGraphql(_app: FastifyInstance, deps: ApiDeps): void {
  const services = uiServices(deps);
  deps.resources.add({
    path: '/graphql',
    POST: (request) => ({
      status: 200,
      body: executeGraphql(uiRequest(request, services), readRequest(request)),
    }),
  });
}

/** @throws ApiError JSON_PARSER_ERROR when the body is no request */
function readRequest({ body }: RestRequest): GraphqlRequest {
  const input = body.json();
  if (!isJsonObject(input) || typeof input['query'] !== 'string') {
    throw new ApiError('JSON_PARSER_ERROR', 'The request body must be an object with a query');
  }
  const { query, variables, operationName } = input;
  return {
    query,
    variables: isJsonObject(variables) ? variables : {},
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}
