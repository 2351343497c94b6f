import type { Clock } from '../core';
import type { TransactionManager } from '../execution';
import type { RecordStore } from '../storage';
import { JobTable } from './job-table';
import { checkRecurrence, nextRun } from './recurrence';
import type { Job, JobHandler, JobQueue, NewJob, NewRecurringJob } from './types';

export interface JobQueueDependencies {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly transactions: TransactionManager;
}

/** A job that fails so often is given up and kept as failed. */
const MAX_FAILURES = 3;
/** Wait after the first failure; each further one doubles it. */
const RETRY_AFTER_MS = 60_000;

/** Makes the queue of an org; its jobs are in the org's database. */
export function createJobQueue(dependencies: JobQueueDependencies): JobQueue {
  return new StoredJobQueue(dependencies);
}

class StoredJobQueue implements JobQueue {
  private readonly table: JobTable;
  private readonly handlers = new Map<string, JobHandler>();
  private running = false;

  constructor(private readonly dependencies: JobQueueDependencies) {
    this.table = new JobTable(dependencies.store);
  }

  handle(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  schedule({ kind, runAtMs, payload = {}, key }: NewJob): number {
    const createdMs = this.dependencies.clock.now();
    return this.table.add({
      kind,
      runAtMs,
      payload,
      key: key ?? null,
      recurrence: null,
      createdMs,
      cronJob: null,
    });
  }

  scheduleRecurring({ kind, key, recurrence, payload = {}, cronJob }: NewRecurringJob): number | null {
    checkRecurrence(recurrence);
    const createdMs = this.dependencies.clock.now();
    const runAtMs = nextRun(recurrence, createdMs);
    if (runAtMs !== null)
      return this.table.add({ kind, key, recurrence, payload, runAtMs, createdMs, cronJob: cronJob ?? null });
    this.table.remove(key);
    return null;
  }

  cancel(idOrKey: number | string): boolean {
    return this.table.remove(idOrKey);
  }

  cancelAll(kind: string, keyPrefix = ''): number {
    return this.table.removeAll(kind, keyPrefix);
  }

  find(idOrKey: number | string): Job | undefined {
    return this.table.find(idOrKey);
  }

  list(kind?: string): Job[] {
    return this.table.list(kind);
  }

  nextDueMs(): number | null {
    return this.table.nextDue([...this.handlers.keys()])?.runAtMs ?? null;
  }

  runDue(): number {
    // A handler that moves the clock, or saves inside a request's transaction, must not start the queue again.
    if (this.running || this.dependencies.transactions.current) return 0;
    this.running = true;
    try {
      let count = 0;
      for (let job = this.nextDueJob(); job; job = this.nextDueJob()) {
        this.run(job);
        count++;
      }
      return count;
    } finally {
      this.running = false;
    }
  }

  private nextDueJob(): Job | undefined {
    const job = this.table.nextDue([...this.handlers.keys()]);
    return job && job.runAtMs <= this.dependencies.clock.now() ? job : undefined;
  }

  private run(job: Job): void {
    const { transactions } = this.dependencies;
    try {
      transactions.run(() => {
        this.settle(job);
        this.handlers.get(job.kind)?.(job.payload, job);
      });
    } catch (error) {
      transactions.run(() => this.recordFailure(job, error));
    }
  }

  /** Removes a job that is done, or moves it to its next time. */
  private settle(job: Job): void {
    const next = job.recurrence && nextRun(job.recurrence, job.runAtMs);
    if (next === null) this.table.remove(job.id);
    else this.table.succeeded(job.id, next, this.dependencies.clock.now());
  }

  private recordFailure(job: Job, error: unknown): void {
    const failures = job.failures + 1;
    const message = error instanceof Error ? error.message : String(error);
    const now = this.dependencies.clock.now();
    // What comes back tries again at its next time, whatever happened; the rest is given up.
    const next = job.recurrence && nextRun(job.recurrence, job.runAtMs);
    if (next !== null) this.table.failed(job.id, { failures, message, state: 'queued', runAtMs: next });
    else if (failures >= MAX_FAILURES)
      this.table.failed(job.id, { failures, message, state: 'failed', runAtMs: job.runAtMs });
    else {
      const runAtMs = now + RETRY_AFTER_MS * 2 ** (failures - 1);
      this.table.failed(job.id, { failures, message, state: 'queued', runAtMs });
    }
  }
}
