import type { RestResponse } from '../http/responses';

/**
 * A refusal of an OAuth endpoint: `{"error":"invalid_grant","error_description":"audience is invalid"}`.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flow_errors.htm
 */
export class OAuthError extends Error {
  constructor(
    /** `invalid_grant`, `invalid_client_id`, ... */
    readonly error: string,
    readonly description: string,
    readonly status = 400,
  ) {
    super(`${error}: ${description}`);
    this.name = 'OAuthError';
  }

  toResponse(): RestResponse {
    return {
      status: this.status,
      body: { error: this.error, error_description: this.description },
      headers: { 'cache-control': 'no-store' },
    };
  }
}

/** The grant itself is refused: wrong, expired, or not for this user and client. */
export function invalidGrant(description: string): OAuthError {
  return new OAuthError('invalid_grant', description);
}
