import { recordIdFromSequence } from '../../../core';
import type { LocalOrg } from '../../../org';
import { isFinal, type BulkJob } from './bulk-job';

const JOB_KEY_PREFIX = '750';
/** Jobs and their results are kept this long. @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_bulkapi.htm */
const JOB_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
/** Uploads are kept in pieces, so that a job never has the whole of one in memory. */
const PIECE_BYTES = 1024 * 1024;
const JOBS_PER_PAGE = 1_000;

/** Which of a job's result files a row belongs to. */
export type ResultFile = 'successful' | 'failed' | 'query';

/** A row of a result file, as CSV text with its line end. */
export interface ResultRow {
  readonly file: ResultFile;
  readonly csv: string;
}

interface JobRow {
  readonly job: string;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS "_bulk_job" (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, final INTEGER NOT NULL, created_ms INTEGER NOT NULL, job TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "_bulk_upload" (
    job_id TEXT NOT NULL, piece INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (job_id, piece)
  );
  CREATE TABLE IF NOT EXISTS "_bulk_result" (
    job_id TEXT NOT NULL, file TEXT NOT NULL, row INTEGER NOT NULL, csv TEXT NOT NULL, PRIMARY KEY (job_id, file, row)
  ) WITHOUT ROWID`;

/** Bulk jobs with their uploads and results, in the org's database. */
export class JobStore {
  constructor(private readonly org: LocalOrg) {
    org.store.database.exec(TABLES);
  }

  newId(): string {
    return recordIdFromSequence(JOB_KEY_PREFIX, this.org.store.takeFromSequence(`id:${JOB_KEY_PREFIX}`));
  }

  /** Keeps a new job, and drops those whose time is over. */
  add(job: BulkJob): void {
    const { store } = this.org;
    store.transaction(() => {
      const old = store.prepare('SELECT id FROM "_bulk_job" WHERE created_ms < ?');
      for (const row of old.all(job.createdMs - JOB_LIFETIME_MS) as { id: string }[]) this.remove(row.id);
      store
        .prepare('INSERT INTO "_bulk_job" (id, kind, final, created_ms, job) VALUES (?, ?, 0, ?, ?)')
        .run(job.id, job.kind, job.createdMs, JSON.stringify(job));
    });
  }

  /** Writes a job's state, with the time of the change. */
  update(job: BulkJob): void {
    job.modifiedMs = this.org.clock.now();
    this.org.store
      .prepare('UPDATE "_bulk_job" SET final = ?, job = ? WHERE id = ?')
      .run(Number(isFinal(job)), JSON.stringify(job), job.id);
  }

  find(id: string): BulkJob | undefined {
    const row = this.org.store.prepare('SELECT job FROM "_bulk_job" WHERE id = ?').get(id) as
      JobRow | undefined;
    return row && (JSON.parse(row.job) as BulkJob);
  }

  /** A page of jobs, newest first. */
  list(
    kind: BulkJob['kind'],
    offset: number,
  ): { readonly jobs: BulkJob[]; readonly nextOffset: number | null } {
    const rows = this.org.store
      .prepare('SELECT job FROM "_bulk_job" WHERE kind = ? ORDER BY id DESC LIMIT ? OFFSET ?')
      .all(kind, JOBS_PER_PAGE + 1, offset) as unknown as JobRow[];
    const jobs = rows.slice(0, JOBS_PER_PAGE).map(({ job }) => JSON.parse(job) as BulkJob);
    return { jobs, nextOffset: rows.length > JOBS_PER_PAGE ? offset + JOBS_PER_PAGE : null };
  }

  /** Jobs that are neither finished nor open for an upload: those a stopped org left behind. */
  interrupted(): BulkJob[] {
    const rows = this.org.store.prepare('SELECT job FROM "_bulk_job" WHERE final = 0 ORDER BY id').all();
    return (rows as unknown as JobRow[])
      .map(({ job }) => JSON.parse(job) as BulkJob)
      .filter(({ state }) => state !== 'Open');
  }

  remove(id: string): void {
    for (const table of ['_bulk_result', '_bulk_upload']) {
      this.org.store.prepare(`DELETE FROM "${table}" WHERE job_id = ?`).run(id);
    }
    this.org.store.prepare('DELETE FROM "_bulk_job" WHERE id = ?').run(id);
  }

  keepUpload(id: string, bytes: Uint8Array): void {
    const { store } = this.org;
    const insert = store.prepare('INSERT INTO "_bulk_upload" (job_id, piece, content) VALUES (?, ?, ?)');
    store.transaction(() => {
      for (let start = 0, piece = 0; start < bytes.length; start += PIECE_BYTES, piece++) {
        insert.run(id, piece, bytes.subarray(start, start + PIECE_BYTES));
      }
    });
  }

  /** The upload piece by piece. */
  *upload(id: string): Generator<Uint8Array, void> {
    const select = 'SELECT content FROM "_bulk_upload" WHERE job_id = ? AND piece = ?';
    for (let piece = 0; ; piece++) {
      const row = this.org.store.prepare(select).get(id, piece) as { content: Uint8Array } | undefined;
      if (!row) return;
      yield row.content;
    }
  }

  /** The first piece of the upload; empty when there is none. */
  uploadStart(id: string): Uint8Array {
    const first = this.upload(id).next();
    return first.done ? new Uint8Array() : first.value;
  }

  /** Adds rows to a job's result files. `firstRow` numbers them across the job. */
  addResults(id: string, firstRow: number, rows: readonly ResultRow[]): void {
    const insert = this.org.store.prepare(
      'INSERT INTO "_bulk_result" (job_id, file, row, csv) VALUES (?, ?, ?, ?)',
    );
    rows.forEach(({ file, csv }, index) => insert.run(id, file, firstRow + index, csv));
  }

  clearResults(id: string): void {
    this.org.store.prepare('DELETE FROM "_bulk_result" WHERE job_id = ?').run(id);
  }

  /** Rows of a result file. `limit` -1 takes all. */
  results(id: string, file: ResultFile, offset = 0, limit = -1): string[] {
    const rows = this.org.store
      .prepare(
        'SELECT csv FROM "_bulk_result" WHERE job_id = ? AND file = ? AND row >= ? ORDER BY row LIMIT ?',
      )
      .all(id, file, offset, limit) as { csv: string }[];
    return rows.map(({ csv }) => csv);
  }
}
