import {
  formatDatetime,
  isRecordId,
  keyPrefixOf,
  recordIdFromSequence,
  toId18,
  type RecordValues,
} from '../core';
import { cronExpressionOf } from './recurrence';
import type { CronJob, Job, JobQueue } from './types';

/** Key prefixes of scheduled jobs and of their details. */
const CRON_TRIGGER_PREFIX = '08e';
const CRON_JOB_DETAIL_PREFIX = '08a';

type ScheduledJob = Job & { readonly cronJob: CronJob };

/**
 * Rows of CronTrigger: the jobs that come back and are listed.
 *
 * DEVIATION: a job that never runs again is gone at once; the platform keeps it for a while as `DELETED` or `COMPLETE`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_crontrigger.htm
 */
export function cronTriggerRows(jobs: JobQueue): RecordValues[] {
  return scheduledJobs(jobs).flatMap((job) => {
    const { recurrence, cronJob } = job;
    if (!recurrence) return [];
    return {
      Id: cronTriggerId(job.id),
      CronJobDetailId: recordIdFromSequence(CRON_JOB_DETAIL_PREFIX, job.id),
      State: job.state === 'failed' ? 'ERROR' : 'WAITING',
      NextFireTime: formatDatetime(job.runAtMs),
      PreviousFireTime: job.lastFiredMs === null ? null : formatDatetime(job.lastFiredMs),
      StartTime: formatDatetime(recurrence.startMs ?? job.createdMs),
      EndTime: null,
      CronExpression: cronExpressionOf(recurrence),
      TimeZoneSidKey: recurrence.timeZone,
      TimesTriggered: job.timesFired,
      OwnerId: cronJob.ownerId,
      CreatedById: cronJob.ownerId,
      LastModifiedById: cronJob.ownerId,
      CreatedDate: formatDatetime(job.createdMs),
    };
  });
}

/**
 * Rows of CronJobDetail: name and type of each scheduled job.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_cronjobdetail.htm
 */
export function cronJobDetailRows(jobs: JobQueue): RecordValues[] {
  return scheduledJobs(jobs).map(({ id, cronJob }) => ({
    Id: recordIdFromSequence(CRON_JOB_DETAIL_PREFIX, id),
    Name: cronJob.name,
    JobType: cronJob.jobType,
  }));
}

/** The CronTrigger id of a job: `cronTriggerId(1)` is `08e000000000001AAA`. */
export function cronTriggerId(jobId: number): string {
  return recordIdFromSequence(CRON_TRIGGER_PREFIX, jobId);
}

/** The scheduled job with a CronTrigger id. */
export function findScheduledJob(jobs: JobQueue, id: string): Job | undefined {
  if (!isRecordId(id) || keyPrefixOf(id) !== CRON_TRIGGER_PREFIX) return undefined;
  const wanted = toId18(id);
  return scheduledJobs(jobs).find((job) => cronTriggerId(job.id) === wanted);
}

/**
 * Takes a scheduled job away, as `System.abortJob` does with the id of a CronTrigger.
 * @returns whether there was one
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm
 */
export function abortScheduledJob(jobs: JobQueue, id: string): boolean {
  const job = findScheduledJob(jobs, id);
  return job !== undefined && jobs.cancel(job.id);
}

function scheduledJobs(jobs: JobQueue): ScheduledJob[] {
  return jobs.list().filter((job): job is ScheduledJob => job.cronJob !== null);
}
