import type { AccessControl } from '../access';
import type { Analytics } from '../analytics';
import type { ApexEngine, ApexService, OrgLimit } from '../apex';
import type { Approvals } from '../approval';
import type { Clock } from '../core';
import type { DmlEngine, RecordTypeAccess } from '../dml';
import type { EventBus } from '../events';
import type { RequestContext, RunningUser } from '../execution';
import type { FlowEngine } from '../flow';
import type { JobQueue } from '../jobs';
import type {
  ComponentStore,
  DeployOptions,
  DeployResult,
  FileProperties,
  RetrieveResult,
} from '../metadata';
import type { Outbox } from '../outbox';
import type { QueryEngine } from '../query';
import type { ConversionProposal, LeadConversion, LeadConversionResult } from '../rules';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import type { DeployCheck } from './deploy/deploy-check';
import type { ListViews } from './list-views';
import type { RecentItems } from './recent-items';

/** Facts about the org as a whole. */
export interface OrgInfo {
  /** 18 characters, starts with `00D`. */
  readonly id: string;
  readonly name: string;
  readonly instanceName: string;
}

/** A client registered for OAuth: an external client app, or the one the org makes for its own tools. */
export interface OAuthClient {
  /** The consumer key. */
  readonly clientId: string;
  readonly label: string;
  /** Hex SHA-256 of the consumer secret; null when it has none. */
  readonly secretHash: string | null;
  /** PEM of the certificate (or public key) that signs its JWTs; null when it may not use the JWT bearer flow. */
  readonly certificate: string | null;
  readonly callbackUrls: readonly string[];
  /** User that client-credentials requests run as; null when that flow is off. */
  readonly clientCredentialsUser: string | null;
  readonly scopes: readonly string[];
  /** Whether a user may use it without having approved it: through a permission set or because all may. */
  isPreauthorized(user: RunningUser): boolean;
}

/** Users as logins know them. */
export interface UserDirectory {
  findById(id: string): RunningUser | undefined;
  findByUsername(username: string): RunningUser | undefined;
  /** The active user with that name and password; undefined when either is wrong. */
  authenticate(username: string, password: string): RunningUser | undefined;
  setPassword(userId: string, password: string): void;
}

/** Deploys and retrieves metadata. Asynchronous: a request gets an id, its result is asked for until `done`. */
export interface MetadataService {
  /** Queues a deploy of a zip. Returns its id (`0Af...`). */
  deploy(zip: Uint8Array, options: DeployOptions, user: RunningUser): string;
  /** Deploys what an earlier check-only run validated. @throws ApiError INVALID_ID_FIELD when there is none */
  deployRecentValidation(validationId: string, user: RunningUser): string;
  /** @throws ApiError INVALID_CROSS_REFERENCE_KEY for an unknown id */
  deployResult(id: string): DeployResult;
  cancelDeploy(id: string): void;
  /** Queues a retrieve. `members` may be `*`. Returns its id (`09S...`). */
  retrieve(
    types: readonly { readonly name: string; readonly members: readonly string[] }[],
    apiVersion: number,
  ): string;
  /** @throws ApiError INVALID_CROSS_REFERENCE_KEY for an unknown id */
  retrieveResult(id: string): RetrieveResult;
  list(type: string): FileProperties[];
  /** A deployed component as a tree of its XML, for readMetadata; undefined when there is none. */
  read(type: string, fullName: string): unknown;
  /** Settles when everything queued has been worked off. */
  idle(): Promise<void>;
  /** Makes a check part of every deploy to come: a module above the org answers for types that it knows. */
  addCheck(check: DeployCheck): void;
  /** Calls back after each deploy that has changed the org, until the function that comes back is called. */
  onDeployed(listener: () => void): () => void;
}

/** A running org. Everything that API and pages need; nothing in it knows HTTP. */
export interface LocalOrg {
  readonly info: OrgInfo;
  readonly clock: Clock;
  readonly store: RecordStore;
  /** The schema of this moment; changes with every deploy. */
  schema(): Schema;
  /** The deployed metadata of this moment; changes with every deploy. */
  components(): ComponentStore;
  readonly access: AccessControl;
  readonly query: QueryEngine;
  readonly dml: DmlEngine;
  /** Runs reports and dashboards. */
  readonly analytics: Analytics;
  readonly users: UserDirectory;
  readonly metadata: MetadataService;
  /**
   * Runs work in a savepoint of the transaction under way, or in a transaction of its own: a throw undoes its writes,
   * and the events and jobs that they would have caused.
   */
  savepoint<T>(work: () => T): T;
  readonly recordTypes: RecordTypeAccess;
  /** The records that users viewed last. */
  readonly recentItems: RecentItems;
  /** The list views that users make. */
  readonly listViews: ListViews;
  /** Platform events and change events. */
  readonly events: EventBus;
  /** Work for later, on the org's clock. */
  readonly jobs: JobQueue;
  /** The mails and notifications that the org would have sent. */
  readonly outbox: Outbox;
  readonly approvals: Approvals;
  /** Makes accounts, contacts and opportunities of leads. */
  convertLeads(conversions: readonly LeadConversion[], context: RequestContext): LeadConversionResult[];
  /** What the conversion of a lead would make. @throws ApiError when the user may not convert it */
  proposeConversion(leadId: string, context: RequestContext): ConversionProposal;
  readonly flows: FlowEngine;
  /** Runs the deployed classes and triggers, and code that is given. */
  readonly apex: ApexEngine;
  /** What clients ask of Apex: blocks, tests, logs, REST resources. */
  readonly apexService: ApexService;
  /** Tells the allowances of the org and their use, which the API counts; null without one. */
  limits: (() => readonly OrgLimit[]) | null;
  /** Base address at which the org's API listens: `http://127.0.0.1:7443`; formulas read it as `$Api`. */
  serverUrl: string | null;
  /** Moves the org's clock; the offset is kept. What falls due on the way runs at its time. */
  advanceClock(durationMs: number): void;
  /** The client of that consumer key. */
  findOAuthClient(clientId: string): OAuthClient | undefined;
  close(): void;
}
