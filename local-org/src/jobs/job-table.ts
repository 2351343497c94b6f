import type { RecordStore, SqlValue } from '../storage';
import type { Recurrence } from './recurrence';
import type { CronJob, Job, JobPayload, JobState } from './types';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_job" (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT UNIQUE, payload TEXT NOT NULL,
    run_at INTEGER NOT NULL, recurrence TEXT, state TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT, last_run INTEGER
  );
  CREATE INDEX IF NOT EXISTS "_job_due" ON "_job" (state, run_at, id)`;
/** Columns that tables of older databases lack. */
const ADDED_COLUMNS: Readonly<Record<string, string>> = {
  created: 'INTEGER NOT NULL DEFAULT 0',
  times_fired: 'INTEGER NOT NULL DEFAULT 0',
  last_fired: 'INTEGER',
  cron_job: 'TEXT',
};

interface JobRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string | null;
  readonly payload: string;
  readonly run_at: number;
  readonly recurrence: string | null;
  readonly state: string;
  readonly failures: number;
  readonly last_error: string | null;
  readonly last_run: number | null;
  readonly created: number;
  readonly times_fired: number;
  readonly last_fired: number | null;
  readonly cron_job: string | null;
}

/** A job to be kept. */
export type AddedJob = Pick<
  Job,
  'kind' | 'key' | 'payload' | 'runAtMs' | 'recurrence' | 'createdMs' | 'cronJob'
>;

/** What a failure leaves at a job. */
export interface JobFailure {
  readonly failures: number;
  readonly message: string;
  readonly state: JobState;
  readonly runAtMs: number;
}

/** The jobs of an org in its database. */
export class JobTable {
  constructor(private readonly store: RecordStore) {
    store.database.exec(TABLE);
    const columns = store.database.prepare('PRAGMA table_info("_job")').all();
    const known = new Set(columns.map(({ name }) => name));
    for (const [name, type] of Object.entries(ADDED_COLUMNS))
      if (!known.has(name)) store.database.exec(`ALTER TABLE "_job" ADD COLUMN ${name} ${type}`);
  }

  /** Adds a job in place of one with the same key. */
  add(job: AddedJob): number {
    if (job.key !== null) this.remove(job.key);
    const { lastInsertRowid } = this.store
      .prepare(
        'INSERT INTO "_job" (kind, key, payload, run_at, recurrence, created, cron_job, state) ' +
          "VALUES (?, ?, ?, ?, ?, ?, ?, 'queued')",
      )
      .run(
        job.kind,
        job.key,
        JSON.stringify(job.payload),
        Math.ceil(job.runAtMs),
        job.recurrence && JSON.stringify(job.recurrence),
        job.createdMs,
        job.cronJob && JSON.stringify(job.cronJob),
      );
    return Number(lastInsertRowid);
  }

  remove(idOrKey: number | string): boolean {
    const { changes } = this.store.prepare(`DELETE FROM "_job" WHERE ${columnOf(idOrKey)} = ?`).run(idOrKey);
    return Number(changes) > 0;
  }

  removeAll(kind: string, keyPrefix: string): number {
    const { changes } = this.store
      .prepare('DELETE FROM "_job" WHERE kind = ? AND substr(ifnull(key, \'\'), 1, ?) = ?')
      .run(kind, keyPrefix.length, keyPrefix);
    return Number(changes);
  }

  find(idOrKey: number | string): Job | undefined {
    return this.rows(`WHERE ${columnOf(idOrKey)} = ?`, idOrKey)[0];
  }

  list(kind?: string): Job[] {
    return kind === undefined
      ? this.rows('ORDER BY run_at, id')
      : this.rows('WHERE kind = ? ORDER BY run_at, id', kind);
  }

  /** The waiting job of one of these kinds that is due first. */
  nextDue(kinds: readonly string[]): Job | undefined {
    const condition =
      "WHERE state = 'queued' AND kind IN (SELECT value FROM json_each(?)) ORDER BY run_at, id LIMIT 1";
    return this.rows(condition, JSON.stringify(kinds))[0];
  }

  succeeded(id: number, nextRunMs: number, nowMs: number): void {
    this.store
      .prepare(
        'UPDATE "_job" SET last_fired = run_at, times_fired = times_fired + 1, run_at = ?, failures = 0, ' +
          'last_error = NULL, last_run = ? WHERE id = ?',
      )
      .run(nextRunMs, nowMs, id);
  }

  failed(id: number, { failures, message, state, runAtMs }: JobFailure): void {
    this.store
      .prepare(
        'UPDATE "_job" SET last_fired = run_at, times_fired = times_fired + 1, failures = ?, last_error = ?, ' +
          'state = ?, run_at = ? WHERE id = ?',
      )
      .run(failures, message, state, runAtMs, id);
  }

  private rows(condition: string, ...parameters: SqlValue[]): Job[] {
    const rows = this.store.prepare(`SELECT * FROM "_job" ${condition}`).all(...parameters);
    return (rows as unknown as JobRow[]).map(toJob);
  }
}

function columnOf(idOrKey: number | string): string {
  return typeof idOrKey === 'number' ? 'id' : 'key';
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    payload: JSON.parse(row.payload) as JobPayload,
    runAtMs: row.run_at,
    recurrence: row.recurrence === null ? null : (JSON.parse(row.recurrence) as Recurrence),
    state: row.state as JobState,
    failures: row.failures,
    lastError: row.last_error,
    lastRunMs: row.last_run,
    createdMs: row.created,
    timesFired: row.times_fired,
    lastFiredMs: row.last_fired,
    cronJob: row.cron_job === null ? null : (JSON.parse(row.cron_job) as CronJob),
  };
}
