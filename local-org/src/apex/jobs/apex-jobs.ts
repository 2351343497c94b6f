import { ApiError, isRecordId } from '../../core';
import type { RunningUser } from '../../execution';
import type { JobPayload } from '../../jobs';
import type { AsyncApexJobs, FutureCall } from '../runtime/async-apex-jobs';
import type { ExecutionKind } from '../runtime/apex-execution';
import type { ApexValue } from '../runtime/values/apex-value';
import { listOf } from '../runtime/values/make-collections';
import { PlatformStruct } from '../runtime/values/platform-struct';
import { wallClock, type WallClock } from '../runtime/values/time-zones';
import { AsyncJobRows } from './async-job-rows';
import { BatchJobs } from './batch-jobs';
import { runFinalizers } from './finalizers';
import type { JobHost } from './job-host';
import { outcomeOf, type JobOutcome } from './job-outcome';
import { PublishCallbacks } from './publish-callbacks';
import { decodeValue, encodeValue, type ValueGraph } from './value-graph';

/** What waits in the org's queue for a queueable, future or scheduled job. */
interface WaitingJob extends JobPayload {
  readonly jobId: string;
  readonly userId: string;
  readonly depth: number;
  /** The object, or the arguments as a list. */
  readonly value: ValueGraph;
  readonly className: string;
  readonly slot?: string;
}

/** A batch job that waits for its time. */
interface WaitingBatch extends WaitingJob {
  /** Records that one `execute` gets. */
  readonly scopeSize: number;
}

const QUEUEABLE = 'apex.queueable';
const FUTURE = 'apex.future';
const SCHEDULED = 'apex.scheduled';
const SCHEDULED_BATCH = 'apex.scheduledBatch';
/** CronJobDetail.JobType by kind: scheduled Apex, batch jobs. */
const JOB_TYPES = { [SCHEDULED]: '7', [SCHEDULED_BATCH]: '9' } as const;
const MS_PER_MINUTE = 60_000;

/** An expression that fires once: `5 30 14 1 6 ? 2026`. */
function cronExpressionAt({ second, minute, hour, day, month, year }: WallClock): string {
  return `${second} ${minute} ${hour} ${day} ${month} ? ${year}`;
}

/**
 * Queueable, future, batch and scheduled jobs. In a test they wait for `Test.stopTest`; elsewhere in the org's queue, as
 * copies of what they were given, and run after the transaction has committed.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_async_overview.htm
 */
export class ApexJobs implements AsyncApexJobs {
  private readonly rows: AsyncJobRows;
  private readonly batches: BatchJobs;
  private readonly callbacks: PublishCallbacks;
  /** Finalizers of the job that runs. */
  private finalizers: ApexValue[] = [];

  constructor(private readonly host: JobHost) {
    this.rows = new AsyncJobRows(host.runtime);
    this.batches = new BatchJobs(host, this.rows);
    this.callbacks = new PublishCallbacks(host);
    const { jobs } = host.runtime.org;
    jobs.handle(QUEUEABLE, (payload) => {
      this.runQueueable(payload as WaitingJob);
    });
    jobs.handle(FUTURE, (payload) => {
      this.runFuture(payload as WaitingJob);
    });
    jobs.handle(SCHEDULED, (payload) => {
      this.runScheduled(payload as WaitingJob);
    });
    jobs.handle(SCHEDULED_BATCH, (payload) => {
      this.startScheduledBatch(payload as WaitingBatch);
    });
  }

  enqueue(queueable: ApexValue, delayMinutes: number): string {
    const { runtime } = this.host;
    if (queueable === null) return runtime.throwNull();
    runtime.count('queueableJobs');
    const className = runtime.typeOf(queueable).name;
    const jobId = this.rows.add('Queueable', className, runtime.user.id, { MethodName: null });
    const job = this.waiting(jobId, queueable, { className });
    this.later(QUEUEABLE, job, delayMinutes * MS_PER_MINUTE, () => {
      this.runQueueable(job);
    });
    return jobId;
  }

  future({ className, methodName, slot, args }: FutureCall): void {
    const { runtime } = this.host;
    const { kind } = runtime.execution;
    if (kind === 'future' || kind === 'batch') {
      runtime.throwNew(
        'System.AsyncException',
        `Future method cannot be called from a future or batch method: ${className}.${methodName}`,
      );
    }
    runtime.count('futureCalls');
    const jobId = this.rows.add('Future', className, runtime.user.id, { MethodName: methodName });
    const list = listOf(runtime, 'Object', args);
    const job = this.waiting(jobId, list, { className, slot });
    this.later(FUTURE, job, 0, () => {
      this.runFuture(job);
    });
  }

  executeBatch(batchable: ApexValue, scopeSize: number): string {
    return this.batches.start(batchable, scopeSize);
  }

  schedule(name: string, cronExpression: string, schedulable: ApexValue): string {
    const { runtime } = this.host;
    if (schedulable === null) return runtime.throwNull();
    const job = this.waiting('', schedulable, { className: runtime.typeOf(schedulable).name });
    return this.scheduled(SCHEDULED, name, cronExpression, job, () => {
      this.runScheduled(job);
    });
  }

  scheduleBatch(batchable: ApexValue, name: string, minutesFromNow: number, scopeSize: number): string {
    const { runtime } = this.host;
    if (batchable === null) return runtime.throwNull();
    // UNVERIFIED: the text of the exception for a job that is to start now or earlier.
    if (minutesFromNow < 1)
      return runtime.throwNew('System.AsyncException', 'Minutes from now must be greater than zero.');
    const waiting = this.waiting('', batchable, { className: runtime.typeOf(batchable).name });
    const job: WaitingBatch = { ...waiting, scopeSize };
    const start = wallClock(runtime.now() + minutesFromNow * MS_PER_MINUTE, runtime.user.timeZone);
    return this.scheduled(SCHEDULED_BATCH, name, cronExpressionAt(start), job, () => {
      this.startScheduledBatch(job);
    });
  }

  /** Puts a job among the scheduled ones; in a test it runs at the end. @returns its CronTrigger id */
  private scheduled(
    kind: keyof typeof JOB_TYPES,
    name: string,
    cron: string,
    job: WaitingJob,
    run: () => void,
  ): string {
    const { runtime } = this.host;
    const { jobs } = runtime.org;
    // Names are unique among all scheduled jobs.
    const key = `${SCHEDULED}:${name.toLowerCase()}`;
    if (jobs.find(key)) {
      return runtime.throwNew(
        'System.AsyncException',
        `The Apex job named "${name}" is already scheduled for execution.`,
      );
    }
    try {
      const id = jobs.scheduleRecurring({
        kind,
        key,
        recurrence: { cron, timeZone: runtime.user.timeZone },
        payload: { ...job, key },
        cronJob: { name, jobType: JOB_TYPES[kind], ownerId: runtime.user.id },
      });
      if (id === null) {
        return runtime.throwNew(
          'System.AsyncException',
          'Based on configured schedule, the given trigger will never fire.',
        );
      }
      this.inTest(run);
      return runtime.org.cronTriggerId(id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return runtime.throwNew('System.StringException', error.message);
    }
  }

  abort(jobId: string): void {
    const { runtime } = this.host;
    const row = isRecordId(jobId) ? this.rows.find(jobId) : undefined;
    if (row) {
      runtime.org.jobs.cancel(jobId);
      this.batches.abort(jobId);
      this.rows.finish(jobId, 'Aborted');
    } else if (!runtime.org.cancelCronTrigger(jobId)) {
      runtime.throwNew('System.StringException', `Invalid scheduled job id: ${jobId}`);
    }
  }

  notePublication(callback: ApexValue, eventUuids: readonly string[]): void {
    this.callbacks.note(callback, eventUuids);
  }

  attachFinalizer(finalizer: ApexValue): void {
    const { runtime } = this.host;
    if (runtime.execution.kind !== 'queueable') {
      runtime.throwNew('System.AsyncException', 'Finalizer can only be attached to a queueable job');
    }
    if (this.finalizers.length > 0) {
      runtime.throwNew('System.HandledException', 'Only one Finalizer can be attached to a Queueable job');
    }
    this.finalizers.push(finalizer);
  }

  private waiting(jobId: string, value: ApexValue, more: Pick<WaitingJob, 'className' | 'slot'>): WaitingJob {
    const { runtime } = this.host;
    return {
      jobId,
      userId: runtime.user.id,
      depth: runtime.execution.kind === 'queueable' ? runtime.execution.queueableDepth + 1 : 1,
      value: encodeValue(runtime, value),
      ...more,
    };
  }

  /** Puts a job into the org's queue; in a test among what waits for the end of the test. */
  private later(kind: string, job: WaitingJob, delayMs: number, run: () => void): void {
    if (this.inTest(run)) return;
    const { org } = this.host.runtime;
    org.jobs.schedule({ kind, key: job.jobId, runAtMs: org.clock.now() + delayMs, payload: job });
  }

  private inTest(run: () => void): boolean {
    const test = this.host.runtime.running?.test ?? null;
    test?.pending.push({ run });
    return test !== null;
  }

  private runQueueable(job: WaitingJob): void {
    const { runtime } = this.host;
    const outer = this.finalizers;
    this.finalizers = [];
    try {
      const outcome = this.run('queueable', job, () => {
        const context = new PlatformStruct('System.QueueableContextImpl', { jobId: job.jobId });
        runtime.call(decodeValue(runtime, job.value), 'executeQueueable', [context]);
      });
      // UNVERIFIED: that finalizers run in tests before the test sees the exception.
      runFinalizers(this.host, this.finalizers, job.jobId, this.userOf(job), outcome);
      this.failTest(outcome);
    } finally {
      this.finalizers = outer;
    }
  }

  private runFuture(job: WaitingJob): void {
    const outcome = this.run('future', job, () => {
      const args = decodeValue(this.host.runtime, job.value) as ReturnType<typeof listOf>;
      this.host.callStatic(job.className, job.slot ?? '', args.items);
    });
    this.failTest(outcome);
  }

  private runScheduled(job: WaitingJob): void {
    const { runtime } = this.host;
    const jobId = this.rows.add('ScheduledApex', job.className, job.userId);
    const outcome = this.run('schedulable', { ...job, jobId }, () => {
      const context = new PlatformStruct('System.SchedulableContextImpl', { triggerId: job.jobId });
      runtime.call(decodeValue(runtime, job.value), 'executeSchedulable', [context]);
    });
    // A test fails by a scheduled job, whatever its code does about it.
    const test = runtime.running?.test;
    if (test) test.failure ??= outcome.error;
    this.failTest(outcome);
  }

  /** A batch job whose time has come. UNVERIFIED: that it counts as a job that a test starts itself. */
  private startScheduledBatch(job: WaitingBatch): void {
    const { runtime } = this.host;
    this.host.transaction({ kind: 'schedulable', user: this.userOf(job) }, () => {
      this.batches.start(decodeValue(runtime, job.value), job.scopeSize);
    });
  }

  /** In a test, what a job throws is thrown to the test. */
  private failTest({ error }: JobOutcome): void {
    if (error && this.host.runtime.running?.test) throw error;
  }

  /** Runs a job; what it throws fails the job. */
  private run(kind: ExecutionKind, job: WaitingJob, work: () => void): JobOutcome {
    const { runtime } = this.host;
    this.rows.update(job.jobId, { Status: 'Processing' });
    const outcome = outcomeOf(runtime, () => {
      this.host.transaction(
        { kind, user: this.userOf(job), asyncJobId: job.jobId, queueableDepth: job.depth },
        work,
      );
    });
    const failed = outcome.error !== null;
    this.rows.finish(job.jobId, failed ? 'Failed' : 'Completed', outcome.error?.toText(runtime) ?? null);
    if (failed) this.rows.update(job.jobId, { NumberOfErrors: 1 });
    return outcome;
  }

  private userOf(job: WaitingJob): RunningUser {
    const { org } = this.host.runtime;
    return org.findUser(job.userId) ?? org.automationUser();
  }
}
