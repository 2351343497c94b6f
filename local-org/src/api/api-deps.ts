import type { Clock } from '../core';
import type { LocalOrg } from '../org';
import type { SessionStore } from './auth/session-store';
import type { ReportDefect } from './http/dispatch';
import type { ResourceRouter } from './http/resource-router';
import type { ApiUsage } from './rest/api-usage';
import type { QueryCursors } from './rest/query-cursors';

/** How an API is set up. Everything is optional: `createApi(org)` is a working API. */
export interface ApiOptions {
  /** Time by which clients date their assertions; default the machine's, which the org's clock may be ahead of. */
  readonly clientClock?: Clock;
  /** Address that clients use, without a trailing slash; read from each request's Host header when absent. */
  readonly instanceUrl?: string;
  /** Requests per 24 hours. Default: those of a Developer Edition org in this org's terms. */
  readonly dailyApiRequests?: number;
  /** How long a session lives without being used. Default two hours, as on the platform. */
  readonly sessionTimeoutMs?: number;
  /** Largest JSON body. Default 50 MiB. */
  readonly maxBodyBytes?: number;
  /** Called with errors that are defects of the local org; default: written to standard error. */
  readonly reportDefect?: ReportDefect;
}

/** What the API families work with. */
export interface ApiDeps {
  readonly org: LocalOrg;
  readonly clientClock: Clock;
  readonly sessions: SessionStore;
  /** Counts requests; REST requests are counted before their handler runs. */
  readonly usage: ApiUsage;
  /** Where a family adds its resources below `/services/data/vXX.X`. */
  readonly resources: ResourceRouter;
  readonly cursors: QueryCursors;
  readonly maxBodyBytes: number;
  /** Set when the address is fixed; see {@link ApiOptions.instanceUrl}. */
  readonly instanceUrl: string | undefined;
  readonly reportDefect: ReportDefect;
}
