import { formatDatetime, MAX_API_VERSION, type Clock } from '../../core';
import { SYSTEM_TOPICS, type EventPublisher } from '../../events';
import type { RunningUser, TransactionManager } from '../../execution';
import type { Schema } from '../../schema';
import type { RecordStore } from '../../storage';
import type { ExecutionKind } from '../runtime/apex-execution';
import type { DebugLog } from '../runtime/debug-log';
import type { ToolingRecord, ToolingRecordTable } from '../records/tooling-record-table';
import type { DebugLevels, LogCategory, LogLevel } from './debug-levels';
import { LogRecorder } from './log-recorder';

/** What debug logs are kept with. */
export interface DebugLogServices {
  schema(): Schema;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly transactions: TransactionManager;
  /** Told of every log that is kept. */
  readonly events: EventPublisher;
  readonly records: ToolingRecordTable;
}

/** What a log is about. */
export interface LogSubject {
  readonly user: RunningUser;
  /** `Api`, `Application`. */
  readonly request: string;
  /** `/services/data/v67.0/tooling/executeAnonymous`, `Batch Apex`. */
  readonly operation: string;
  readonly apiVersion?: number;
  readonly anonymousSource?: string;
}

/** A log that is being written. */
export interface OpenLog {
  readonly recorder: LogRecorder;
  /** Ends the log and keeps it. @param status `Success`, or the exception. @returns id of the ApexLog */
  close(status: string): string;
}

/** How long logs are kept. @see https://help.salesforce.com/s/articleView?id=sf.code_debug_log_limits.htm */
const RETENTION_MS = 7 * 24 * 60 * 60 * 1_000;
/** Logs of an org; the oldest go when there are more. */
const MAX_LOGS = 1_000;

/** What logs call the code that runs by itself. */
const OPERATIONS: Readonly<Partial<Record<ExecutionKind, string>>> = {
  batch: 'Batch Apex',
  finalizer: 'Finalizer',
  future: 'FutureHandler',
  invocable: 'Invocable Action',
  platformEvent: 'Platform Event Trigger',
  queueable: 'QueueableHandler',
  schedulable: 'Scheduled Apex',
  trigger: 'Api',
};

/** Fields of a DebugLevel by the category they set. */
const LEVEL_FIELDS: Readonly<Record<string, LogCategory>> = {
  ApexCode: 'APEX_CODE',
  ApexProfiling: 'APEX_PROFILING',
  Callout: 'CALLOUT',
  DataAccess: 'DATA_ACCESS',
  Database: 'DB',
  Nba: 'NBA',
  System: 'SYSTEM',
  Validation: 'VALIDATION',
  Visualforce: 'VISUALFORCE',
  Wave: 'WAVE',
  Workflow: 'WORKFLOW',
};

/**
 * The debug logs of users who are traced: rows of ApexLog, and their texts.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_traceflag.htm
 */
export class DebugLogs {
  /** Logs that end with the transaction of the org. */
  private untilCommit: OpenLog[] = [];

  constructor(private readonly services: DebugLogServices) {
    const { store, transactions } = services;
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS "_apex_log_body" (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID',
    );
    transactions.onCommit(() => {
      this.closeAll('Success');
    });
    transactions.onRollback(() => {
      this.closeAll('Failed');
    });
  }

  /** The log of code that runs by itself: triggers, jobs; it ends when its work is committed or undone. */
  followTransaction(user: RunningUser, kind: ExecutionKind): DebugLog | null {
    const open = this.openFor({ user, request: 'Api', operation: OPERATIONS[kind] ?? kind });
    if (!open) return null;
    this.untilCommit.push(open);
    return open.recorder;
  }

  private closeAll(status: string): void {
    const logs = this.untilCommit;
    this.untilCommit = [];
    for (const log of logs) log.close(status);
  }

  /** Begins the log of a transaction when its user is traced now. */
  openFor(subject: LogSubject): OpenLog | null {
    const levels = this.levelsOf(subject.user);
    return levels && this.open(subject, levels);
  }

  /** Begins a log, whether anybody is traced or not. */
  open(subject: LogSubject, levels: DebugLevels): OpenLog {
    const { clock } = this.services;
    const recorder = this.recorder(subject, levels);
    const startedMs = clock.now();
    const begun = process.hrtime.bigint();
    return {
      recorder,
      close: (status) => {
        const durationMs = Number((process.hrtime.bigint() - begun) / 1_000_000n);
        return this.keep(subject, { text: recorder.text, startedMs, durationMs, status });
      },
    };
  }

  /** Writes a log that is not kept. */
  recorder({ apiVersion, anonymousSource }: LogSubject, levels: DebugLevels): LogRecorder {
    return new LogRecorder({
      apiVersion: apiVersion ?? MAX_API_VERSION,
      levels,
      ...(anonymousSource !== undefined && { anonymousSource }),
      now: () => this.services.clock.now(),
      elapsedNs: () => process.hrtime.bigint(),
    });
  }

  /** The text of a log; undefined when there is none. */
  body(id: string): string | undefined {
    const row = this.services.store
      .prepare('SELECT body FROM "_apex_log_body" WHERE substr(id, 1, 15) = ?')
      .get(id.slice(0, 15)) as { body: string } | undefined;
    return row?.body;
  }

  /** Removes a log. @returns whether there was one */
  remove(id: string): boolean {
    const type = this.type();
    const known = this.body(id) !== undefined;
    this.services.store.prepare('DELETE FROM "_apex_log_body" WHERE id = ?').run(id);
    this.services.store.remove(type, [id]);
    return known;
  }

  /** The levels at which a user is traced now. */
  private levelsOf(user: RunningUser): DebugLevels | null {
    const { records, clock } = this.services;
    const now = clock.now();
    const flag = records
      .all('TraceFlag')
      .find((each) => each['TracedEntityId'] === user.id && isActive(each, now));
    const level = flag && records.find('DebugLevel', String(flag['DebugLevelId'] ?? ''));
    return level ? levelsIn(level) : null;
  }

  private keep(
    { user, request, operation }: LogSubject,
    log: {
      readonly text: string;
      readonly startedMs: number;
      readonly durationMs: number;
      readonly status: string;
    },
  ): string {
    const { store, clock, events } = this.services;
    const type = this.type();
    const [id = ''] = store.newIds(type, 1);
    const now = formatDatetime(clock.now());
    store.insert(type, [
      {
        Id: id,
        LogUserId: user.id,
        LogLength: Buffer.byteLength(log.text),
        LastModifiedDate: now,
        SystemModstamp: now,
        StartTime: formatDatetime(log.startedMs),
        DurationMilliseconds: log.durationMs,
        Request: request,
        Operation: operation.slice(0, 128),
        Application: 'Unknown',
        Status: log.status.slice(0, 255),
        Location: 'Monitoring',
      },
    ]);
    store.prepare('INSERT INTO "_apex_log_body" (id, body) VALUES (?, ?)').run(id, log.text);
    this.discardOld();
    events.publish(SYSTEM_TOPICS.logging, [{ Id: id }], user.id);
    return id;
  }

  private discardOld(): void {
    const { store, clock } = this.services;
    const oldest = formatDatetime(clock.now() - RETENTION_MS);
    store
      .prepare(
        `DELETE FROM "ApexLog" WHERE "StartTime" < ?1
         OR "Id" NOT IN (SELECT "Id" FROM "ApexLog" ORDER BY "StartTime" DESC, rowid DESC LIMIT ${MAX_LOGS})`,
      )
      .run(oldest);
    store.prepare('DELETE FROM "_apex_log_body" WHERE id NOT IN (SELECT "Id" FROM "ApexLog")').run();
  }

  private type(): NonNullable<ReturnType<Schema['find']>> {
    const type = this.services.schema().find('ApexLog');
    if (!type) throw new Error('The schema has no ApexLog');
    return type;
  }
}

function isActive(flag: ToolingRecord, nowMs: number): boolean {
  const start = Date.parse(String(flag['StartDate'] ?? ''));
  const end = Date.parse(String(flag['ExpirationDate'] ?? ''));
  return (Number.isNaN(start) || start <= nowMs) && !Number.isNaN(end) && nowMs < end;
}

function levelsIn(level: ToolingRecord): DebugLevels {
  const set = Object.entries(LEVEL_FIELDS).flatMap(([field, category]) => {
    const value = level[field];
    return typeof value === 'string' && value !== 'NONE' ? [[category, value as LogLevel] as const] : [];
  });
  return Object.fromEntries(set);
}
