import {
  createLogger,
  Integration,
  systemClock,
  systemRandom,
  type Clock,
  type HealthReport,
  type IntegrationMetrics,
  type Logger,
  type QueryRow,
  type Random,
  type RecordData,
  type SaveResult,
  type StreamRequest,
} from '../shared';
import { AliasSession, type SfCli } from './alias-session';
import { ApiClient } from './api-client';
import { ApiUsage, type Lane } from './api-usage';
import { runQueryJob } from './bulk-query';
import { CallCounter } from './call-counter';
import { watchChanges } from './change-stream';
import { sendComposite, type Subrequest, type Subresponse } from './composite';
import { sendTrees, type RecordTree } from './composite-graph';
import { describeObject, type ObjectDescribe } from './describe';
import { JwtSession, type JwtSettings } from './jwt-session';
import { RecordSender, type SendOptions } from './record-sender';
import { queryPages } from './rest-query';
import { DEFAULT_RETRY, RetryPolicy, type RetrySettings } from './retry-policy';
import type { SessionSource } from './session';
import { inLists } from './soql';
import type { OpportunitySubmission } from './submission/opportunity-submission';
import { submitAll, type SubmissionResult } from './submission/submit-opportunities';
import type { WriteOperation } from './write-operation';

/** What can be set, and what tests replace. */
export interface SalesforceOptions {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
  readonly retry?: RetrySettings;
  /** Default `batch`: stops at 90 % of the daily limit so that critical work can go on. */
  readonly lane?: Lane;
}

/** Salesforce as an integration: any org, by its URL. */
export class SalesforceIntegration extends Integration {
  readonly name = 'salesforce';
  private readonly client: ApiClient;
  private readonly sender: RecordSender;
  private readonly clock: Clock;
  private readonly usage = new ApiUsage();
  private readonly describes = new Map<string, Promise<ObjectDescribe>>();
  private recordsSent = 0;

  private constructor(
    private readonly session: SessionSource,
    private readonly counter: CallCounter,
    private readonly options: SalesforceOptions,
  ) {
    super();
    this.clock = options.clock ?? systemClock;
    const logger = options.logger ?? createLogger();
    const retry = new RetryPolicy(this.clock, options.random ?? systemRandom, options.retry ?? DEFAULT_RETRY);
    const { usage } = this;
    this.client = new ApiClient({ session, retry, counter, usage, lane: options.lane ?? 'batch', logger });
    this.sender = new RecordSender({ client: this.client, clock: this.clock, logger, usage, retry });
  }

  /** Prepares a connection by JWT bearer; `connect` logs in. */
  static withJwt(settings: JwtSettings, options: SalesforceOptions = {}): SalesforceIntegration {
    const counter = new CallCounter();
    const session = new JwtSession(settings, options.clock ?? systemClock, () => counter.count('login'));
    return new SalesforceIntegration(session, counter, options);
  }

  /** Prepares a connection through a login of the Salesforce CLI. */
  static withAlias(alias: string, options: SalesforceOptions = {}, sf?: SfCli): SalesforceIntegration {
    return new SalesforceIntegration(new AliasSession(alias, sf), new CallCounter(), options);
  }

  override async connect(): Promise<void> {
    await this.client.open();
  }

  /** Address of the org; empty before `connect`. */
  get instanceUrl(): string {
    return this.client.instanceUrl;
  }

  override async health(): Promise<HealthReport> {
    const start = this.clock.now();
    try {
      await this.client.send({ kind: 'limits', method: 'GET', path: '/limits', idempotent: true });
      const used = this.usage.current;
      const detail = used ? `${used.used} of ${used.limit} daily calls used` : 'daily limit not stated';
      return { healthy: true, latencyMs: this.clock.now() - start, detail };
    } catch (error) {
      return { healthy: false, latencyMs: this.clock.now() - start, detail: String(error) };
    }
  }

  override create(object: string, records: readonly RecordData[]): Promise<SaveResult[]> {
    return this.write({ operation: 'insert', object }, records);
  }

  override update(object: string, records: readonly RecordData[]): Promise<SaveResult[]> {
    return this.write({ operation: 'update', object }, records);
  }

  override delete(object: string, ids: readonly string[]): Promise<SaveResult[]> {
    return this.write(
      { operation: 'delete', object },
      ids.map((Id) => ({ Id })),
    );
  }

  override upsert(
    object: string,
    externalIdField: string,
    records: readonly RecordData[],
    options?: SendOptions,
  ): Promise<SaveResult[]> {
    return this.write({ operation: 'upsert', object, externalIdField }, records, options);
  }

  override async read(
    object: string,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<(QueryRow | null)[]> {
    const select = `SELECT ${[...new Set(['Id', ...fields])].join(', ')} FROM ${object} WHERE Id IN `;
    const byId = new Map<string, QueryRow>();
    for (const list of inLists([...new Set(ids)], select.length)) {
      for await (const row of this.query(`${select}(${list})`)) byId.set(String(row['Id']).slice(0, 15), row);
    }
    return ids.map((id) => byId.get(id.slice(0, 15)) ?? null);
  }

  override query(soql: string): AsyncIterable<QueryRow> {
    return queryPages(this.client, soql);
  }

  /** Runs a query as a bulk job; for results of tens of thousands of rows. Values arrive as text. */
  queryBulk(soql: string): AsyncIterable<QueryRow> {
    const logger = this.options.logger ?? createLogger();
    return runQueryJob({ client: this.client, clock: this.clock, logger }, soql);
  }

  override stream(request: StreamRequest): AsyncIterable<QueryRow> {
    return watchChanges((soql) => this.query(soql), this.clock, request);
  }

  /** Saves trees of related records, each whole or not at all. */
  saveTrees(trees: readonly RecordTree[]): Promise<SaveResult[][]> {
    this.recordsSent += trees.reduce((sum, tree) => sum + tree.length, 0);
    return sendTrees(this.client, trees);
  }

  /** Sends up to 25 subrequests as one call. */
  composite(subrequests: readonly Subrequest[], allOrNone = true): Promise<readonly Subresponse[]> {
    const idempotent = subrequests.every(({ method }) => method === 'GET');
    return sendComposite(this.client, subrequests, { allOrNone, idempotent });
  }

  /**
   * Submits an opportunity of an internal system: finds or makes its account, makes the opportunity, and its primary
   * contact when one is given, all or nothing. Safe to repeat: an opportunity with this external id that is there
   * already is found and left as it is. Faults of the submission are found before any call and come back as errors.
   */
  async submitOpportunity(submission: OpportunitySubmission): Promise<SubmissionResult> {
    const [result] = await this.submitOpportunities([submission]);
    return result as SubmissionResult;
  }

  /** Submits many; one wrong submission does not stop the others. Results stand in the order of the submissions. */
  submitOpportunities(submissions: readonly OpportunitySubmission[]): Promise<SubmissionResult[]> {
    return submitAll(
      {
        versionPath: this.client.versionPath,
        composite: (subrequests, allOrNone) => this.composite(subrequests, allOrNone),
        saveTrees: (trees) => this.saveTrees(trees),
      },
      submissions,
    );
  }

  /** The describe of an object, asked once per connection. */
  describe(object: string): Promise<ObjectDescribe> {
    let known = this.describes.get(object);
    if (!known) this.describes.set(object, (known = describeObject(this.client, object)));
    return known;
  }

  /**
   * Sets a user's password, for people who log in to pages; machines never use one.
   * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_user_password.htm
   */
  async setPassword(userId: string, password: string): Promise<void> {
    const path = `/sobjects/User/${encodeURIComponent(userId)}/password`;
    await this.client.send({
      kind: 'single',
      method: 'POST',
      path,
      body: { NewPassword: password },
      idempotent: true,
    });
  }

  override metrics(): IntegrationMetrics {
    const calls = this.counter.total;
    return {
      callsByKind: this.counter.byKind(),
      calls,
      retries: this.counter.retries,
      recordsSent: this.recordsSent,
      callsPerRecord: this.recordsSent === 0 ? null : calls / this.recordsSent,
      dailyLimit: this.usage.current,
    };
  }

  override close(): Promise<void> {
    this.client.close();
    return Promise.resolve();
  }

  /** Shown in messages: user and login address, or the alias. */
  get description(): string {
    return this.session.description;
  }

  private write(
    operation: WriteOperation,
    records: readonly RecordData[],
    options?: SendOptions,
  ): Promise<SaveResult[]> {
    this.recordsSent += records.length;
    return this.sender.send(operation, records, options);
  }
}
