import type { Answer, RunningApi } from '../../testing/running-api';

/** Job info as tests read it. */
export type JobInfo = Readonly<Record<string, unknown>> & { readonly id: string; readonly state: string };

const JOBS = '/services/data/v67.0/jobs';

/** Drives ingest and query jobs over HTTP. */
export class BulkClient {
  constructor(private readonly api: RunningApi) {}

  async create(body: Readonly<Record<string, unknown>>): Promise<JobInfo> {
    const { status, body: job } = await this.api.call('POST', '/jobs/ingest', body);
    if (status !== 200) throw new Error(`Job was not created: ${JSON.stringify(job)}`);
    return job as JobInfo;
  }

  upload(id: string, csv: string, contentType = 'text/csv'): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.api.token}`, 'content-type': contentType };
    return this.api.send('PUT', `${JOBS}/ingest/${id}/batches`, { text: csv, headers });
  }

  setState(id: string, state: string, kind = 'ingest'): Promise<Answer> {
    return this.api.call('PATCH', `/jobs/${kind}/${id}`, { state });
  }

  /** The job once it is finished. */
  async finished(id: string, kind = 'ingest'): Promise<JobInfo> {
    for (;;) {
      const { body } = await this.api.call('GET', `/jobs/${kind}/${id}`);
      const job = body as JobInfo;
      if (['JobComplete', 'Failed', 'Aborted'].includes(job.state)) return job;
    }
  }

  /** Creates a job, uploads, closes, and waits for its end. */
  async run(body: Readonly<Record<string, unknown>>, csv: string): Promise<JobInfo> {
    const { id } = await this.create(body);
    await this.upload(id, csv);
    await this.setState(id, 'UploadComplete');
    return this.finished(id);
  }

  /** A result file as text. */
  async file(
    id: string,
    name: 'successfulResults' | 'failedResults' | 'unprocessedrecords',
  ): Promise<string> {
    return String((await this.api.call('GET', `/jobs/ingest/${id}/${name}`)).body);
  }
}
