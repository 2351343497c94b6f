import type { RequestContext } from '../../execution';
import type { Session } from '../auth/session-store';
import type { RequestBody } from './request-body';
import type { RestResponse } from './responses';

/** Methods that resources answer; HEAD is answered by GET. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request to a resource below `/services/data/vXX.X`, whether it came over HTTP or inside a composite. */
export interface RestRequest {
  readonly method: HttpMethod;
  /** Path after the version: `/sobjects/Account`. */
  readonly path: string;
  /** Values of the `:name` parts of the resource's path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: RequestBody;
  readonly session: Session;
  /** User mode, with the version of the URL. */
  readonly context: RequestContext;
  /** Where clients reach the org: `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** Set inside a composite that is saved as a whole; it overrides a collection's own `allOrNone`. */
  readonly allOrNone?: boolean;
}

/**
 * Answers a request to a resource.
 * @throws ApiError, LocalOrgError or RestError, which become the answer
 */
export type ResourceHandler = (request: RestRequest) => RestResponse | Promise<RestResponse>;

/**
 * A REST resource: a path below `/services/data/vXX.X` and a handler per method it allows.
 *
 * `{ path: '/sobjects/:object/:id', GET: getRecord, PATCH: updateRecord }`
 */
export interface Resource {
  readonly path: string;
  readonly GET?: ResourceHandler;
  readonly POST?: ResourceHandler;
  readonly PUT?: ResourceHandler;
  readonly PATCH?: ResourceHandler;
  readonly DELETE?: ResourceHandler;
  /** Largest body in bytes; the API's default when absent. */
  readonly maxBodyBytes?: number;
  /** Media types of bodies besides JSON: `['text/csv']`. */
  readonly accepts?: readonly string[];
  /** Name of the feature, when the local org only refuses it: `layouts`. */
  readonly refused?: string;
  /** Left out of the list of resources that a version answers. */
  readonly unlisted?: boolean;
  /** Whether it may stand in a composite or batch request. Such handlers must be synchronous. */
  readonly composable?: boolean;
}

/** A resource that fits a path, and the values of its path's parts. */
export interface ResourceMatch {
  readonly resource: Resource;
  readonly parameters: Readonly<Record<string, string>>;
}
