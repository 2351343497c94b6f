import type { FastifyRequest } from 'fastify';
import { ApiError } from '../core';

/** What stands for the `*` in the path of a request, decoded. */
export function wildcardOf(request: FastifyRequest): string {
  return decodeURIComponent((request.params as { '*': string })['*']);
}

/** The error for an address at which there is nothing. */
export function missingFile(request: FastifyRequest): ApiError {
  return new ApiError('NOT_FOUND', `There is nothing at ${request.url}`);
}
