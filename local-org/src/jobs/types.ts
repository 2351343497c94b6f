import type { Recurrence } from './recurrence';

/** What a job carries: plain JSON. */
export type JobPayload = Readonly<Record<string, unknown>>;

export type JobState = 'queued' | 'failed';

/** How a job that comes back is listed among the org's scheduled jobs. */
export interface CronJob {
  /** Name of the scheduled job: the text that `System.schedule` was given, the label of a flow. */
  readonly name: string;
  /** CronJobDetail.JobType: `6` a scheduled flow, `7` scheduled Apex. */
  readonly jobType: string;
  /** User who scheduled it. */
  readonly ownerId: string;
}

/** A job as it waits, or as it was given up. */
export interface Job {
  /** `1`, `2`, ... */
  readonly id: number;
  /** Which handler runs it: `flow.scheduledPath`. */
  readonly kind: string;
  /** Name that is unique among waiting jobs; null when it has none. */
  readonly key: string | null;
  readonly payload: JobPayload;
  /** When it is due, in milliseconds since 1970. */
  readonly runAtMs: number;
  readonly recurrence: Recurrence | null;
  readonly state: JobState;
  /** How often it has failed since it last went well. */
  readonly failures: number;
  /** Message of the last failure. */
  readonly lastError: string | null;
  /** When it last went well. */
  readonly lastRunMs: number | null;
  readonly createdMs: number;
  /** How often it was started, and when it last was, whatever came of it. */
  readonly timesFired: number;
  readonly lastFiredMs: number | null;
  /** Null when it is not listed among the org's scheduled jobs. */
  readonly cronJob: CronJob | null;
}

/** Runs a job. Its writes are one transaction: a throw undoes them and counts as a failure. */
export type JobHandler = (payload: JobPayload, job: Job) => void;

export interface NewJob {
  readonly kind: string;
  readonly runAtMs: number;
  readonly payload?: JobPayload;
  /** A waiting job with the same key is replaced. */
  readonly key?: string;
}

export interface NewRecurringJob {
  readonly kind: string;
  readonly key: string;
  readonly recurrence: Recurrence;
  readonly payload?: JobPayload;
  /** Lists it as a CronTrigger with its CronJobDetail. */
  readonly cronJob?: CronJob;
}

/** Work for later, on the org's clock; kept over a restart. */
export interface JobQueue {
  /** Says who runs the jobs of a kind. Jobs whose kind nobody runs wait. */
  handle(kind: string, handler: JobHandler): void;
  /** Adds a job, in the transaction under way if there is one. Returns its id. */
  schedule(job: NewJob): number;
  /** Adds a job that comes back. Null when it would never run. @throws ApiError INVALID_CRON_EXPRESSION */
  scheduleRecurring(job: NewRecurringJob): number | null;
  /** Removes a waiting job by id or key. @returns whether there was one */
  cancel(idOrKey: number | string): boolean;
  /** Removes the waiting jobs of a kind whose key starts with a text. Returns how many. */
  cancelAll(kind: string, keyPrefix?: string): number;
  find(idOrKey: number | string): Job | undefined;
  /** All jobs of a kind, or of all kinds, by due time. */
  list(kind?: string): Job[];
  /** Runs what is due, in order of time, also what that makes due. Returns how many jobs were run. */
  runDue(): number;
  /** When the next job is due that somebody runs; null when none waits. */
  nextDueMs(): number | null;
}
