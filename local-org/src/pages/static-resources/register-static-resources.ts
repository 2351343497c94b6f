import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../core';
import type { PageServices } from '../page-services';
import { requireBrowserSession } from '../session/page-session';
import { resourceContent } from './resource-content';

/** An older address puts the time of the last change in front of the name: `/resource/1700000000000/Images`. */
const TIMESTAMP = /^\d+\//;

/**
 * Adds `GET /resource/<name>` for static resources, to which `@salesforce/resourceUrl` leads.
 *
 * A page in a resource may run no script: what is deployed as data does not act in the user's name.
 */
export function registerStaticResources(app: FastifyInstance, { org, sessions }: PageServices): void {
  app.get('/resource/*', (request, reply) => {
    requireBrowserSession(request, sessions);
    const path = decodeURIComponent((request.params as { '*': string })['*']).replace(TIMESTAMP, '');
    const content = resourceContent(org.components(), path);
    if (!content) throw new ApiError('NOT_FOUND', `There is no static resource ${path}`);
    return reply
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox",
        'x-content-type-options': 'nosniff',
      })
      .type(content.contentType)
      .send(Buffer.from(content.bytes));
  });
}
