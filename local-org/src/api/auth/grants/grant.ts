import type { RestResponse } from '../../http/responses';
import type { ClientCredentials } from '../clients';

/** A request to the token endpoint, its form parsed. */
export interface GrantRequest {
  readonly form: URLSearchParams;
  readonly client: ClientCredentials;
  /** Where the client reaches the org, which is also the answer's `instance_url`. */
  readonly baseUrl: string;
  /** Addresses that are this org's own, as audiences of JWTs. */
  readonly ownUrls: readonly string[];
}

/** Handles one `grant_type`. @throws OAuthError */
export type Grant = (request: GrantRequest) => RestResponse;
