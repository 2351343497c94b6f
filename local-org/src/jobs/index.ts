export { nextFireTime } from './cron-expression';
export { createJobQueue, type JobQueueDependencies } from './job-queue';
export { nextRun, type Recurrence } from './recurrence';
export * from './types';
export { instantOf, wallTimeOf, type WallTime } from './zoned-time';
