import { RunningApi } from '../../testing/running-api';
import { BulkClient, type JobInfo } from '../testing/bulk-client';

describe('query jobs', () => {
  let api: RunningApi;
  let bulk: BulkClient;
  beforeAll(async () => {
    api = await RunningApi.start();
    bulk = new BulkClient(api);
    const account = await api.create('Account', { Name: 'Say "hi"', AnnualRevenue: 12000 });
    for (const name of ['A', 'B', 'C']) await api.create('Contact', { LastName: name, AccountId: account });
    await api.create('Contact', { LastName: 'D' });
  });
  afterAll(() => api.stop());

  const create = async (query: string, more = {}): Promise<JobInfo> => {
    const { status, body } = await api.call('POST', '/jobs/query', { operation: 'query', query, ...more });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as JobInfo;
  };

  it('answer rows as CSV, page by page', async () => {
    const job = await create(
      'SELECT LastName, Account.Name, Account.AnnualRevenue, CreatedDate FROM Contact ORDER BY LastName',
    );
    expect(job).toMatchObject({
      state: 'UploadComplete',
      jobType: 'V2Query',
      object: 'Contact',
      operation: 'query',
    });
    expect(await bulk.finished(job.id, 'query')).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 4,
    });
    const first = await api.call('GET', `/jobs/query/${job.id}/results?maxRecords=3`);
    expect(first.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(first.headers.get('sforce-numberofrecords')).toBe('3');
    expect(String(first.body).split('\n').slice(0, 2)).toEqual([
      '"LastName","Account.Name","Account.AnnualRevenue","CreatedDate"',
      '"A","Say ""hi""","12000.0","2026-01-15T12:00:00.000Z"',
    ]);
    const locator = first.headers.get('sforce-locator');
    const second = await api.call('GET', `/jobs/query/${job.id}/results?maxRecords=3&locator=${locator}`);
    expect(second.headers.get('sforce-locator')).toBe('null');
    expect(second.body).toBe(
      '"LastName","Account.Name","Account.AnnualRevenue","CreatedDate"\n"D","","","2026-01-15T12:00:00.000Z"\n',
    );
  });

  it('answer a header when there are no rows', async () => {
    const { id } = await create("SELECT Id, Name FROM Contact WHERE LastName = 'none'", {
      columnDelimiter: 'PIPE',
      lineEnding: 'CRLF',
    });
    await bulk.finished(id, 'query');
    expect((await api.call('GET', `/jobs/query/${id}/results`)).body).toBe('"Id"|"Name"\r\n');
  });

  it('include deleted records with queryAll', async () => {
    const id = await api.create('Contact', { LastName: 'Gone' });
    await api.call('DELETE', `/sobjects/Contact/${id}`);
    const query = "SELECT Id, IsDeleted FROM Contact WHERE LastName = 'Gone'";
    const counts = [];
    for (const operation of ['query', 'queryAll']) {
      const job = await create(query, { operation });
      counts.push((await bulk.finished(job.id, 'query'))['numberRecordsProcessed']);
    }
    expect(counts).toEqual([0, 1]);
  });

  it.each([
    [
      'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
      'API_ERROR',
      'Aggregate Relationships not supported in Bulk Query',
    ],
    ['SELECT COUNT() FROM Account', 'API_ERROR', 'COUNT query not supported'],
    ['SELECT Name FROM Account GROUP BY Name', 'API_ERROR', 'GROUP BY not supported in Bulk Query'],
    [
      'SELECT MAX(AnnualRevenue) FROM Account',
      'API_ERROR',
      'Aggregate functions not supported in Bulk Query',
    ],
    [
      'SELECT BillingAddress FROM Account',
      'API_ERROR',
      'Selecting compound data not supported in Bulk Query',
    ],
    ['SELECT Id FROM Account LIMIT 1 OFFSET 1', 'API_ERROR', 'OFFSET not supported in Bulk Query'],
    ['SELECT Nope FROM Account', 'INVALID_FIELD', expect.stringContaining("No such column 'Nope'")],
    ['SELECT Id FROM', 'MALFORMED_QUERY', expect.any(String)],
  ])('refuse %s', async (query, errorCode, message) => {
    const answer = await api.call('POST', '/jobs/query', { operation: 'query', query });
    expect([answer.status, answer.body]).toEqual([400, [{ errorCode, message }]]);
  });

  it('accept a semi-join and words of refused clauses inside text', async () => {
    const job = await create(
      "SELECT Id FROM Account WHERE Name != 'x GROUP BY y' AND Id IN (SELECT AccountId FROM Contact)",
    );
    expect(await bulk.finished(job.id, 'query')).toMatchObject({ numberRecordsProcessed: 1 });
  });

  it('can be listed, deleted, and not aborted when complete', async () => {
    const { id } = await create('SELECT Id FROM Account');
    await bulk.finished(id, 'query');
    const { body } = await api.call('GET', '/jobs/query');
    expect((body as { records: { id: string }[] }).records[0]?.id).toBe(id);
    expect((await bulk.setState(id, 'Aborted', 'query')).status).toBe(400);
    expect((await api.call('DELETE', `/jobs/query/${id}`)).status).toBe(204);
    expect((await api.call('GET', `/jobs/query/${id}`)).status).toBe(404);
  });
});
