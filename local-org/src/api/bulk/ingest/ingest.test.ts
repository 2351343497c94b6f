import { RunningApi } from '../../testing/running-api';
import { BulkClient } from '../testing/bulk-client';

const INSERT_ACCOUNT = { object: 'Account', operation: 'insert' };

describe('ingest jobs', () => {
  let api: RunningApi;
  let bulk: BulkClient;
  beforeAll(async () => {
    api = await RunningApi.start();
    bulk = new BulkClient(api);
    await api.deployFields(
      'Account',
      '<fields><fullName>Key__c</fullName><externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive><label>Key</label><length>20</length><type>Text</type></fields>',
    );
  });
  afterAll(() => api.stop());

  const errorOf = async (body: unknown): Promise<unknown> => {
    const answer = await api.call('POST', '/jobs/ingest', body);
    return { status: answer.status, ...(answer.body as [object])[0] };
  };

  it('go from Open to JobComplete and answer both result files', async () => {
    const job = await bulk.create({ ...INSERT_ACCOUNT, contentType: 'CSV', lineEnding: 'LF' });
    expect(job).toMatchObject({
      state: 'Open',
      object: 'Account',
      operation: 'insert',
      jobType: 'V2Ingest',
      columnDelimiter: 'COMMA',
      lineEnding: 'LF',
      concurrencyMode: 'Parallel',
      contentUrl: `services/data/v67.0/jobs/ingest/${job.id}/batches`,
      retries: 0,
    });
    expect(job.id).toMatch(/^750/);
    const upload = await bulk.upload(
      job.id,
      'Name,Site,AnnualRevenue\nAcme,"a ""b""",12.5\n,x,\n"Two\nLines",,abc\n',
    );
    expect([upload.status, upload.body]).toEqual([201, '']);
    const closed = await bulk.setState(job.id, 'UploadComplete');
    expect(closed.body).toMatchObject({ id: job.id, state: 'UploadComplete' });
    expect(closed.body).not.toHaveProperty('contentUrl');
    const done = await bulk.finished(job.id);
    expect(done).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 3, numberRecordsFailed: 2 });
    expect(await bulk.file(job.id, 'successfulResults')).toMatch(
      /^"sf__Id","sf__Created",Name,Site,AnnualRevenue\n"001\w{15}","true","Acme","a ""b""","12.5"\n$/,
    );
    expect(await bulk.file(job.id, 'failedResults')).toBe(
      '"sf__Id","sf__Error",Name,Site,AnnualRevenue\n' +
        '"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","x",""\n' +
        '"","INVALID_TYPE_ON_FIELD_IN_RECORD:Annual Revenue: value not of required type: abc:AnnualRevenue --","Two\nLines","","abc"\n',
    );
    expect(await bulk.file(job.id, 'unprocessedrecords')).toBe('Name,Site,AnnualRevenue\n');
  });

  it('write apiVersion with a decimal point', async () => {
    const { id } = await bulk.create(INSERT_ACCOUNT);
    const response = await fetch(`${api.url}/services/data/v67.0/jobs/ingest/${id}`, {
      headers: { authorization: `Bearer ${api.token}` },
    });
    expect(await response.text()).toContain('"apiVersion":67.0,');
  });

  it('upsert by external id, clear with #N/A and leave empty values alone', async () => {
    const upsert = { object: 'Account', operation: 'upsert', externalIdFieldName: 'key__c' };
    const first = await bulk.run(upsert, 'Key__c,Name,Phone,Site\nK1,One,1,s1\nK2,Two,2,s2\n');
    expect(first).toMatchObject({ externalIdFieldName: 'Key__c', numberRecordsFailed: 0 });
    const second = await bulk.run(upsert, 'Key__c,Name,Phone,Site\nK1,,#N/A,\nK3,Three,,\n');
    const lines = (await bulk.file(second.id, 'successfulResults')).split('\n');
    expect(lines[1]).toMatch(/^"001\w+","false","K1"/);
    expect(lines[2]).toMatch(/^"001\w+","true","K3"/);
    const { records } = await api.query("SELECT Name, Phone, Site FROM Account WHERE Key__c = 'K1'");
    expect(records[0]).toMatchObject({ Name: 'One', Phone: null, Site: 's1' });
  });

  it('find parents by external id', async () => {
    await api.create('Account', { Name: 'Parent', Key__c: 'P1' });
    const job = await bulk.run(
      { object: 'Contact', operation: 'insert' },
      'LastName,Account.Key__c\nChild,P1\nLost,P2\n',
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(await bulk.file(job.id, 'failedResults')).toContain(
      '"INVALID_FIELD:Foreign key external ID: P2 not found for field Key__c in entity Account:--","Lost","P2"',
    );
    const { records } = await api.query("SELECT Account.Name FROM Contact WHERE LastName = 'Child'");
    expect(records[0]).toMatchObject({ Account: { Name: 'Parent' } });
  });

  it('update and delete by Id', async () => {
    const id = await api.create('Account', { Name: 'Before' });
    const missing = '001000000zzzzzzAAA';
    const update = await bulk.run(
      { object: 'Account', operation: 'update' },
      `Id,Name\n${id},After\n${missing},X\n`,
    );
    expect(await bulk.file(update.id, 'successfulResults')).toContain(`"${id}","false","${id}","After"`);
    expect(await bulk.file(update.id, 'failedResults')).toContain(`"${missing}","`);
    const deletion = await bulk.run({ object: 'Account', operation: 'delete' }, `Id\n${id}\n`);
    expect(deletion).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
    expect((await api.query(`SELECT Id FROM Account WHERE Id = '${id}'`)).totalSize).toBe(0);
  });

  it('fail a row whose number of columns is not that of the header', async () => {
    const job = await bulk.run(INSERT_ACCOUNT, 'Name,Site\nGood,1\nShort\nLong,1,2\n');
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 3, numberRecordsFailed: 2 });
  });

  it('save more than one chunk of 200, and all delimiters and line ends', async () => {
    const rows = Array.from({ length: 450 }, (_, i) => `Many ${i};${i}`).join('\r\n');
    const job = await bulk.run(
      { ...INSERT_ACCOUNT, columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' },
      `Name;Site\r\n${rows}\r\n`,
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 450, numberRecordsFailed: 0 });
    const text = await bulk.file(job.id, 'successfulResults');
    expect(text.startsWith('"sf__Id";"sf__Created";Name;Site\r\n')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(451);
  });

  it.each([
    ['Name,Nope__c\nA,B\n', {}, 'InvalidBatch : Field name not found : Nope__c'],
    ['Name,Owner.Foo\nA,B\n', {}, 'InvalidBatch : Field name not found : Owner.Foo'],
    [
      'Name\r\nA\r\n',
      {},
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    ],
    [
      'Name\nA\n',
      { lineEnding: 'CRLF' },
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF',
    ],
    ['Id,Name\n1,2\n', { operation: 'delete' }, "InvalidBatch : The 'delete' batch must contain only ids"],
  ])('fail as a whole for %j', async (csv, options, errorMessage) => {
    const job = await bulk.run({ ...INSERT_ACCOUNT, ...options }, csv);
    expect(job).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0 });
    const unprocessed = await bulk.file(job.id, 'unprocessedrecords');
    expect(unprocessed.split('\n')[0]?.trim()).toBe(csv.split('\n')[0]?.trim());
  });

  it('answer rows that were not worked off', async () => {
    const job = await bulk.run(INSERT_ACCOUNT, 'Nope\nA\nB\n');
    expect(await bulk.file(job.id, 'unprocessedrecords')).toBe('Nope\n"A"\n"B"\n');
  });

  it('refuse what cannot be a job', async () => {
    expect(await errorOf({ object: 'Nope__c', operation: 'insert' })).toEqual({
      status: 400,
      errorCode: 'INVALIDENTITY',
      message: 'InvalidEntity : Unable to find object: Nope__c',
    });
    expect(await errorOf({ object: 'Account', operation: 'upsert' })).toMatchObject({
      errorCode: 'INVALIDJOB',
      message: 'InvalidJob : External ID was blank for Account. An External ID must be specified for upsert.',
    });
    expect(
      await errorOf({ object: 'Account', operation: 'upsert', externalIdFieldName: 'Site' }),
    ).toMatchObject({
      errorCode: 'INVALIDJOB',
    });
    expect(await errorOf({ object: 'Account', operation: 'merge' })).toMatchObject({
      errorCode: 'JSON_PARSER_ERROR',
    });
    expect(await errorOf({ object: 'Account' })).toMatchObject({ errorCode: 'INVALIDJOB' });
    expect(await errorOf({ ...INSERT_ACCOUNT, columnDelimiter: 'SLASH' })).toMatchObject({ status: 400 });
    expect(await errorOf({ ...INSERT_ACCOUNT, assignmentRuleId: '01Q000000000001' })).toMatchObject({
      status: 501,
    });
  });

  it('answer 404 for an unknown job', async () => {
    const { status, body } = await api.call('GET', '/jobs/ingest/750000000zzzzzzAAA');
    expect([status, body]).toEqual([
      404,
      [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    ]);
  });

  it('take one upload, only CSV, and only while open', async () => {
    const { id } = await bulk.create(INSERT_ACCOUNT);
    expect((await bulk.upload(id, 'Name\n', 'text/plain')).status).toBe(415);
    expect((await bulk.upload(id, 'Name\nOnce\n')).status).toBe(201);
    const second = await bulk.upload(id, 'Name\nTwice\n');
    expect(second.status).toBe(400);
    expect((second.body as [{ message: string }])[0].message).toContain(
      `Found multiple contents for job: <${id}>`,
    );
    await bulk.setState(id, 'Aborted');
    expect((await bulk.upload(id, 'Name\n')).body).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
  });

  it('can be aborted, not twice, and keep their rows as unprocessed', async () => {
    const { id } = await bulk.create(INSERT_ACCOUNT);
    await bulk.upload(id, 'Name\nNever\n');
    expect((await bulk.setState(id, 'Aborted')).body).toMatchObject({ state: 'Aborted' });
    const again = await bulk.setState(id, 'Aborted');
    expect([again.status, again.body]).toEqual([
      400,
      [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Aborted Job not allowed' }],
    ]);
    expect((await bulk.setState(id, 'UploadComplete')).body).toMatchObject([
      { errorCode: 'INVALIDJOBSTATE' },
    ]);
    expect(await bulk.file(id, 'unprocessedrecords')).toBe('Name\n"Never"\n');
    const complete = await bulk.run(INSERT_ACCOUNT, 'Name\nX\n');
    expect((await bulk.setState(complete.id, 'Aborted')).body).toMatchObject([
      { message: 'Aborting already Completed Job not allowed' },
    ]);
  });

  it('are deleted with their data, but not while open', async () => {
    const { id } = await bulk.create(INSERT_ACCOUNT);
    expect((await api.call('DELETE', `/jobs/ingest/${id}`)).status).toBe(400);
    await bulk.setState(id, 'Aborted');
    expect((await api.call('DELETE', `/jobs/ingest/${id}`)).status).toBe(204);
    expect((await api.call('GET', `/jobs/ingest/${id}`)).status).toBe(404);
  });

  it('answer no results before their end', async () => {
    const { id } = await bulk.create(INSERT_ACCOUNT);
    expect(await api.call('GET', `/jobs/ingest/${id}/successfulResults`)).toMatchObject({ status: 400 });
  });

  it('are listed, newest first', async () => {
    const { id } = await bulk.create(INSERT_ACCOUNT);
    const { body } = await api.call('GET', '/jobs/ingest');
    const list = body as { done: boolean; nextRecordsUrl: null; records: { id: string }[] };
    expect(list).toMatchObject({ done: true, nextRecordsUrl: null });
    expect(list.records[0]).toMatchObject({ id, state: 'Open' });
    const classic = await api.call('GET', '/jobs/ingest?jobType=Classic');
    expect(classic.body).toMatchObject({ done: true, records: [] });
  });

  it('take job and upload in one multipart request', async () => {
    const part = (name: string, type: string, content: string): string =>
      `--B\r\nContent-Type: ${type}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n${content}\r\n`;
    const text = `${part('job', 'application/json', JSON.stringify(INSERT_ACCOUNT))}${part('content', 'text/csv', 'Name\nMultipart\n')}--B--\r\n`;
    const { body } = await api.send('POST', '/services/data/v67.0/jobs/ingest', {
      text,
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'multipart/form-data; boundary=B' },
    });
    expect(body).toMatchObject({ state: 'UploadComplete' });
    const job = await bulk.finished((body as { id: string }).id);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 });
  });

  it('are closed to other users', async () => {
    const token = await api.loginAs('rep@local.org', 'Standard User');
    const { id } = await bulk.create(INSERT_ACCOUNT);
    const answer = await api.call('GET', `/jobs/ingest/${id}`, undefined, {
      authorization: `Bearer ${token}`,
    });
    expect([answer.status, answer.body]).toMatchObject([400, [{ errorCode: 'INVALIDUSER' }]]);
  });

  it('are refused by name in version 1 of the API', async () => {
    const { status, body } = await api.send('POST', '/services/async/67.0/job', { text: '<jobInfo/>' });
    expect([status, body]).toMatchObject([501, [{ errorCode: 'LOCAL_ORG_UNSUPPORTED' }]]);
  });

  it('delete for good with hardDelete', async () => {
    const id = await api.create('Account', { Name: 'Gone for good' });
    const job = await bulk.run({ object: 'Account', operation: 'hardDelete' }, `Id\n${id}\n`);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 });
    const all = await api.call(
      'GET',
      `/queryAll?q=${encodeURIComponent(`SELECT Id FROM Account WHERE Id = '${id}'`)}`,
    );
    expect(all.body).toMatchObject({ totalSize: 0 });
  });
});
