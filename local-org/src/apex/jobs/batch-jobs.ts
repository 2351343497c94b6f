import type { RunningUser } from '../../execution';
import type { JobPayload } from '../../jobs';
import { ApexQueryLocator } from '../library/database/query-locator';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { ApexList } from '../runtime/values/apex-list';
import { listOf } from '../runtime/values/make-collections';
import { PlatformStruct } from '../runtime/values/platform-struct';
import type { ApexValue } from '../runtime/values/apex-value';
import type { AsyncJobRows } from './async-job-rows';
import type { JobHost } from './job-host';
import { outcomeOf } from './job-outcome';
import { decodeValue, encodeValue, type ValueGraph } from './value-graph';

/** A batch job on its way: what it is made of, what is left to do. */
interface BatchState extends JobPayload {
  readonly jobId: string;
  readonly userId: string;
  readonly scopeSize: number;
  readonly stateful: boolean;
  /** The object as it was given, or as the last chunk left it when it is stateful. */
  readonly batchable: ValueGraph;
  /** Chunks that wait; null before `start` ran. */
  readonly chunks: readonly ValueGraph[] | null;
  readonly processed: number;
  readonly errors: number;
}

const BATCH = 'apex.batch';
const MAX_SCOPE_SIZE = 2_000;
/** Job rows that may be queued or running at a time; what comes after them is held. */
const MAX_ACTIVE_BATCHES = 5;

/**
 * Batch jobs: `start`, then a transaction per chunk, then `finish`. Each step is a job of its own in the org's queue, so
 * that a restart goes on where it stopped.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_batch_interface.htm
 */
export class BatchJobs {
  constructor(
    private readonly host: JobHost,
    private readonly rows: AsyncJobRows,
  ) {
    host.runtime.org.jobs.handle(BATCH, (payload) => {
      const next = this.step(payload as BatchState);
      if (next) this.queue(next);
    });
  }

  start(batchable: ApexValue, scopeSize: number): string {
    const { runtime } = this.host;
    if (batchable === null) return runtime.throwNull();
    if (scopeSize < 1) {
      return runtime.throwNew('System.AsyncException', 'Batch size must be greater than zero.');
    }
    const { test } = runtime.execution;
    if (test && ++test.batches > 1) {
      throw runtime.uncatchable(
        'System.UnexpectedException',
        'No more than one executeBatch can be called from within a test method.',
      );
    }
    const type = runtime.typeOf(batchable);
    const held = test === null && this.activeBatches() >= MAX_ACTIVE_BATCHES;
    const jobId = this.rows.add('BatchApex', type.name, runtime.user.id, {
      Status: held ? 'Holding' : 'Queued',
    });
    const state: BatchState = {
      jobId,
      userId: runtime.user.id,
      scopeSize: Math.min(scopeSize, MAX_SCOPE_SIZE),
      stateful: runtime.isInstance(batchable, runtime.types.platform('Database.Stateful')),
      batchable: encodeValue(runtime, batchable),
      chunks: null,
      processed: 0,
      errors: 0,
    };
    if (test)
      test.pending.push({
        run: () => {
          this.runThrough(state);
        },
      });
    else this.queue(state);
    return jobId;
  }

  abort(jobId: string): void {
    this.host.runtime.org.jobs.cancel(`${BATCH}:${jobId}`);
  }

  private queue(state: BatchState): void {
    const { org } = this.host.runtime;
    org.jobs.schedule({
      kind: BATCH,
      key: `${BATCH}:${state.jobId}`,
      runAtMs: org.clock.now(),
      payload: state,
    });
  }

  private runThrough(state: BatchState): void {
    for (let next: BatchState | null = state; next;) next = this.step(next);
  }

  /** Does the next step. @returns what is left; null after the last */
  private step(state: BatchState): BatchState | null {
    if (this.rows.find(state.jobId)?.['Status'] === 'Aborted') return null;
    if (state.chunks === null) return this.begin(state);
    const [chunk, ...rest] = state.chunks;
    if (chunk === undefined) {
      this.finish(state);
      return null;
    }
    return this.execute(state, chunk, rest);
  }

  private begin(state: BatchState): BatchState | null {
    const { runtime } = this.host;
    this.rows.update(state.jobId, { Status: 'Preparing' });
    let next: BatchState | null = null;
    const { error } = outcomeOf(runtime, () => {
      this.transaction(state, (batchable) => {
        const scope = runtime.call(batchable, 'start', [contextOf(state)]);
        const chunks = chunksOf(runtime, scope, state.scopeSize).map((chunk) => encodeValue(runtime, chunk));
        next = { ...state, chunks, batchable: this.kept(state, batchable) };
        this.rows.update(state.jobId, { Status: 'Processing', TotalJobItems: chunks.length });
      });
    });
    if (!error) return next;
    this.rows.finish(state.jobId, 'Failed', error.toText(runtime));
    this.failTest(error);
    return null;
  }

  private execute(state: BatchState, chunk: ValueGraph, rest: readonly ValueGraph[]): BatchState {
    const { runtime } = this.host;
    let batchable = state.batchable;
    const { error } = outcomeOf(runtime, () => {
      this.transaction(state, (instance) => {
        runtime.call(instance, 'execute', [contextOf(state), decodeValue(runtime, chunk)]);
        batchable = this.kept(state, instance);
      });
    });
    const processed = state.processed + 1;
    const errors = state.errors + (error ? 1 : 0);
    this.rows.update(state.jobId, {
      JobItemsProcessed: processed,
      NumberOfErrors: errors,
      ...(error && { ExtendedStatus: `First error: ${error.messageText}` }),
    });
    this.failTest(error);
    return { ...state, chunks: rest, processed, errors, batchable };
  }

  private finish(state: BatchState): void {
    const { runtime } = this.host;
    const extended = this.rows.find(state.jobId)?.['ExtendedStatus'];
    this.rows.finish(state.jobId, 'Completed', typeof extended === 'string' ? extended : null);
    const { error } = outcomeOf(runtime, () => {
      this.transaction(state, (batchable) => {
        runtime.call(batchable, 'finish', [contextOf(state)]);
      });
    });
    if (error) this.rows.finish(state.jobId, 'Failed', error.toText(runtime));
    this.failTest(error);
  }

  private failTest(error: Error | object | null): void {
    if (error && this.host.runtime.running?.test) throw error as Error;
  }

  private transaction(state: BatchState, work: (batchable: ApexValue) => void): void {
    const { runtime } = this.host;
    this.host.transaction({ kind: 'batch', user: this.userOf(state), asyncJobId: state.jobId }, () => {
      work(decodeValue(runtime, state.batchable));
    });
  }

  private kept(state: BatchState, batchable: ApexValue): ValueGraph {
    return state.stateful ? encodeValue(this.host.runtime, batchable) : state.batchable;
  }

  private userOf(state: BatchState): RunningUser {
    const { org } = this.host.runtime;
    return org.findUser(state.userId) ?? org.automationUser();
  }

  private activeBatches(): number {
    return this.host.runtime.org.jobs.list(BATCH).length;
  }
}

function contextOf({ jobId }: BatchState): PlatformStruct {
  return new PlatformStruct('Database.BatchableContextImpl', { jobId });
}

/** What `start` gave, in chunks: rows of a query locator, a list, or whatever can be iterated. */
function chunksOf(runtime: ApexRuntime, scope: ApexValue, size: number): ApexList[] {
  if (scope === null) return [];
  const all = scope instanceof ApexQueryLocator ? scope.rows(runtime) : scope;
  const items = all instanceof ApexList ? all.items : iterated(runtime, all);
  const element = all instanceof ApexList ? (all.type.arguments[0] ?? runtime.types.sobject) : 'Object';
  const chunks: ApexList[] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(listOf(runtime, element, items.slice(start, start + size)));
  }
  return chunks;
}

function iterated(runtime: ApexRuntime, iterable: ApexValue): ApexValue[] {
  const iterator = runtime.call(iterable, 'iterator', []);
  const items: ApexValue[] = [];
  while (runtime.call(iterator, 'hasNext', []) === true) items.push(runtime.call(iterator, 'next', []));
  return items;
}
