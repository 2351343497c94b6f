import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { LoggingLevelName } from '../../runtime/debug-log';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import type { ApexEnumValue } from '../../runtime/values/apex-enum';
import type { ApexValue } from '../../runtime/values/apex-value';
import { hashCodeOf } from '../../runtime/values/hash-code';
import { wallClock } from '../../runtime/values/time-zones';
import type { ExecutionKind } from '../../runtime/apex-execution';
import { DEFAULT_SCOPE_SIZE } from '../database/batch-methods';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { systemAssertMembers } from './assert';

function debug(runtime: ApexRuntime, level: LoggingLevelName, value: ApexValue): void {
  runtime.log({ kind: 'USER_DEBUG', line: runtime.currentLine(), level, message: runtime.toText(value) });
}

const isKind = (name: string, kind: ExecutionKind): PlatformMember =>
  method(`static Boolean ${name}()`, (runtime: ApexRuntime) => runtime.execution.kind === kind);

function scheduleBatch(
  runtime: ApexRuntime,
  batchable: ApexValue,
  name: string | null,
  minutesFromNow: number | null,
  scopeSize: number | null = null,
): string {
  if (name === null || minutesFromNow === null) return runtime.throwNull();
  return runtime.asyncJobs.scheduleBatch(batchable, name, minutesFromNow, scopeSize ?? DEFAULT_SCOPE_SIZE);
}

/** What belongs to no other class: logs, time, jobs. */
export const systemClass: PlatformClass = {
  name: 'System.System',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm',
  members: [
    ...systemAssertMembers,
    method('static void debug(Object value)', (runtime: ApexRuntime, value: ApexValue) => {
      debug(runtime, 'DEBUG', value);
    }),
    method(
      'static void debug(System.LoggingLevel level, Object value)',
      (runtime: ApexRuntime, level: ApexEnumValue, value: ApexValue) => {
        debug(runtime, level.name as LoggingLevelName, value);
      },
    ),
    method('static Datetime now()', (runtime: ApexRuntime) => new ApexDatetime(runtime.now())),
    method('static Date today()', (runtime: ApexRuntime) => {
      const { year, month, day } = wallClock(runtime.now(), runtime.user.timeZone);
      return ApexDate.of(year, month, day);
    }),
    method('static Long currentTimeMillis()', (runtime: ApexRuntime) => BigInt(Math.trunc(runtime.now()))),
    method(
      'static Boolean equals(Object left, Object right)',
      (runtime: ApexRuntime, left: ApexValue, right: ApexValue) => runtime.equal(left, right),
    ),
    method('static Integer hashCode(Object value)', (runtime: ApexRuntime, value: ApexValue) =>
      hashCodeOf(runtime, value),
    ),
    isKind('isBatch', 'batch'),
    isKind('isFuture', 'future'),
    isKind('isQueueable', 'queueable'),
    isKind('isScheduled', 'schedulable'),
    method('static Id enqueueJob(Object queueable)', (runtime: ApexRuntime, queueable: ApexValue) =>
      runtime.asyncJobs.enqueue(queueable, 0),
    ),
    method(
      'static Id enqueueJob(Object queueable, Integer delayMinutes)',
      (runtime: ApexRuntime, queueable: ApexValue, delayMinutes: number | null) =>
        runtime.asyncJobs.enqueue(queueable, delayMinutes ?? 0),
    ),
    method(
      'static Id schedule(String name, String cronExpression, Object schedulable)',
      (runtime: ApexRuntime, name: string | null, cronExpression: string | null, schedulable: ApexValue) =>
        name === null || cronExpression === null
          ? runtime.throwNull()
          : runtime.asyncJobs.schedule(name, cronExpression, schedulable),
    ),
    ...['', ', Integer scopeSize'].map((ending) =>
      method(
        `static Id scheduleBatch(Object batchable, String jobName, Integer minutesFromNow${ending})`,
        scheduleBatch,
      ),
    ),
    method('static void abortJob(String jobId)', (runtime: ApexRuntime, jobId: string | null) => {
      if (jobId === null) runtime.throwNull();
      else runtime.asyncJobs.abort(jobId);
    }),
    method(
      'static void attachFinalizer(System.Finalizer finalizer)',
      (runtime: ApexRuntime, finalizer: ApexValue) => {
        runtime.asyncJobs.attachFinalizer(finalizer);
      },
    ),
  ],
};

/** Levels of debug logs. */
export const loggingLevelEnum: PlatformClass = {
  name: 'System.LoggingLevel',
  kind: 'enum',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_debugging_system_log_console.htm',
  constants: ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST'],
  members: [],
};
