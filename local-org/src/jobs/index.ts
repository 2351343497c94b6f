export { nextFireTime } from './cron-expression';
export { createJobQueue, type JobQueueDependencies } from './job-queue';
export { cronExpressionOf, nextRun, type Recurrence } from './recurrence';
export {
  abortScheduledJob,
  cronJobDetailRows,
  cronTriggerId,
  cronTriggerRows,
  findScheduledJob,
} from './scheduled-jobs';
export * from './types';
export { instantOf, wallTimeOf, type WallTime } from './zoned-time';
