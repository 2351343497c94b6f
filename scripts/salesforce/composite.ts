import { ConfigurationError } from '../shared';
import type { ApiClient } from './api-client';

/** Most subrequests in one composite call. */
export const MAX_COMPOSITE_SUBREQUESTS = 25;

/** One subrequest of a composite call or of a graph. */
export interface Subrequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path from the root of the host: `/services/data/v67.0/sobjects/Account`. */
  readonly url: string;
  /** Letters, digits and underscores; later subrequests refer to it as `@{name.id}`. */
  readonly referenceId: string;
  readonly body?: object;
}

/** The answer to one subrequest. */
export interface Subresponse {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly body: unknown;
}

/**
 * Sends up to 25 subrequests in one call that counts once.
 * @param idempotent true when every subrequest may run twice
 * @throws ConfigurationError `COMPOSITE_TOO_LARGE`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
export async function sendComposite(
  client: ApiClient,
  subrequests: readonly Subrequest[],
  options: { readonly allOrNone: boolean; readonly idempotent: boolean },
): Promise<readonly Subresponse[]> {
  if (subrequests.length > MAX_COMPOSITE_SUBREQUESTS) {
    throw new ConfigurationError(
      'COMPOSITE_TOO_LARGE',
      `A composite call takes at most ${MAX_COMPOSITE_SUBREQUESTS} subrequests`,
    );
  }
  const answer = await client.send({
    kind: 'composite',
    method: 'POST',
    path: '/composite',
    body: { allOrNone: options.allOrNone, compositeRequest: subrequests },
    idempotent: options.idempotent,
  });
  return (answer.body as { compositeResponse?: readonly Subresponse[] }).compositeResponse ?? [];
}
