import { FixedClock } from '../../../core';
import { createLocalOrg, type LocalOrg } from '../../../org';
import type { IngestJob } from '../jobs/bulk-job';
import { JobStore } from '../jobs/job-store';
import { ingestWork } from './ingest-work';

describe('ingest work', () => {
  let org: LocalOrg;
  let jobs: JobStore;
  beforeEach(() => {
    org = createLocalOrg({ location: ':memory:', clock: new FixedClock(Date.UTC(2026, 0, 15)) });
    jobs = new JobStore(org);
  });
  afterEach(() => org.close());

  const closedJob = (rows: number, change: Partial<IngestJob> = {}): IngestJob => {
    const job: IngestJob = {
      kind: 'ingest',
      id: jobs.newId(),
      operation: 'insert',
      object: 'Account',
      columnDelimiter: 'COMMA',
      lineEnding: 'LF',
      createdById: org.users.findByUsername('admin@local.org')?.id ?? '',
      createdMs: org.clock.now(),
      modifiedMs: org.clock.now(),
      apiVersion: 67,
      state: 'UploadComplete',
      processed: 0,
      failed: 0,
      processingMs: 0,
      uploaded: true,
      ...change,
    };
    jobs.add(job);
    const csv = `Name\n${Array.from({ length: rows }, (_, i) => `Row ${i}`).join('\n')}\n`;
    jobs.keepUpload(job.id, Buffer.from(csv));
    return job;
  };
  const work = (): ReturnType<typeof ingestWork> =>
    ingestWork({
      org,
      jobs,
      reportDefect: (error) => {
        throw error;
      },
    });
  const countOfAccounts = (): unknown =>
    org.store.prepare('SELECT count(*) AS n, count(DISTINCT "Name") AS names FROM "Account"').get();

  it('goes on where it stopped, and saves no row twice', async () => {
    const { id } = closedJob(450);
    await work()(id, () => true);
    expect(jobs.find(id)).toMatchObject({ state: 'InProgress', processed: 200 });
    expect(jobs.interrupted().map((job) => job.id)).toEqual([id]);
    await work()(id, () => false);
    expect(jobs.find(id)).toMatchObject({ state: 'JobComplete', processed: 450, failed: 0 });
    expect(countOfAccounts()).toEqual({ n: 450, names: 450 });
    expect(jobs.results(id, 'successful')).toHaveLength(450);
    expect(jobs.interrupted()).toEqual([]);
  });

  it('ends between chunks when the job is aborted', async () => {
    const { id } = closedJob(450);
    let turns = 0;
    await work()(id, () => {
      const job = jobs.find(id);
      if (job && turns++ === 0) jobs.update({ ...job, state: 'Aborted' });
      return false;
    });
    expect(jobs.find(id)).toMatchObject({ state: 'Aborted', processed: 200 });
    expect(countOfAccounts()).toMatchObject({ n: 200 });
  });

  it('fails a job whose user is not active any more', async () => {
    const { id } = closedJob(1, { createdById: '005000000zzzzzzAAA' });
    await work()(id, () => false);
    expect(jobs.find(id)).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidUser : 005000000zzzzzzAAA is not an active user',
    });
  });

  it('forgets jobs after seven days', () => {
    const old = closedJob(1, { createdMs: org.clock.now() - 8 * 24 * 60 * 60 * 1000 });
    const fresh = closedJob(1);
    expect([jobs.find(old.id), jobs.find(fresh.id)?.id]).toEqual([undefined, fresh.id]);
  });
});
