import { Connection } from 'jsforce';
import { RunningApi } from './testing/running-api';

/** The API as an unmodified client sees it. */
describe('jsforce', () => {
  let api: RunningApi;
  let connection: Connection;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deployFields(
      'Account',
      '<fields><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique></fields>',
    );
    connection = new Connection({
      loginUrl: api.url,
      version: '67.0',
      oauth2: { loginUrl: api.url, clientId: 'TEST_CLIENT' },
    });
    await connection.authorize({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: api.jwt({ aud: api.url }),
    });
  });
  afterAll(() => api.stop());

  it('logs in by JWT and knows who it is', async () => {
    expect(connection.instanceUrl).toBe(api.url);
    expect(await connection.identity()).toMatchObject({
      username: 'admin@local.org',
      organization_id: api.org.info.id,
    });
  });

  it('creates, reads, updates, upserts and deletes', async () => {
    const created = await connection.sobject('Account').create({ Name: 'One' });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id ?? '';
    expect(await connection.sobject('Account').update({ Id: id, Name: 'Uno' })).toMatchObject({
      id,
      success: true,
    });
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Id: id, Name: 'Uno' });
    const upserted = await connection
      .sobject('Account')
      .upsert({ Code__c: 'J1', Name: 'By code' }, 'Code__c');
    expect(upserted).toMatchObject({ success: true, created: true });
    const again = await connection.sobject('Account').upsert({ Code__c: 'J1', Name: 'Again' }, 'Code__c');
    expect(again).toMatchObject({ success: true, created: false });
    expect(await connection.sobject('Account').destroy(id)).toMatchObject({ success: true });
  });

  it('works on many records at once', async () => {
    const names = Array.from({ length: 5 }, (_, i) => ({ Name: `Many ${i}`, Code__c: `M${i}` }));
    const created = await connection.sobject('Account').create(names);
    expect(created.every(({ success }) => success)).toBe(true);
    const ids = created.map(({ id }) => id ?? '');
    expect(await connection.sobject('Account').retrieve(ids)).toHaveLength(5);
    const upserted = await connection.sobject('Account').upsert(names, 'Code__c');
    expect(upserted.every(({ success }) => success)).toBe(true);
    const updated = await connection.sobject('Account').update(ids.map((Id) => ({ Id, Site: 'S' })));
    expect(updated.every(({ success }) => success)).toBe(true);
    const destroyed = await connection.sobject('Account').destroy(ids);
    expect(destroyed.every(({ success }) => success)).toBe(true);
  });

  it('queries, page after page', async () => {
    const records = Array.from({ length: 200 }, (_, i) => ({ LastName: `L${i}`, Company: 'C' }));
    await connection.sobject('Lead').create(records);
    await connection.sobject('Lead').create(records);
    const first = await connection.query('SELECT Id FROM Lead', {
      headers: { 'Sforce-Query-Options': 'batchSize=250' },
    });
    expect([first.totalSize, first.done, first.records.length]).toEqual([400, false, 250]);
    const second = await connection.queryMore(first.nextRecordsUrl ?? '');
    expect([second.done, second.records.length]).toEqual([true, 150]);
    const all = await connection.query('SELECT Id FROM Lead').run({ autoFetch: true, maxFetch: 1_000 });
    expect(all.records).toHaveLength(400);
  });

  it('describes and reads limits', async () => {
    const { fields } = await connection.sobject('Account').describe();
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['Id', 'Name', 'Code__c']));
    expect((await connection.describeGlobal()).sobjects.length).toBeGreaterThan(20);
    expect((await connection.limits())['DailyApiRequests']).toMatchObject({ Max: expect.any(Number) });
    expect(connection.limitInfo.apiUsage?.used).toBeGreaterThan(0);
  });

  it("gets errors by the platform's code", async () => {
    await expect(connection.query('SELECT Foo FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await expect(connection.sobject('Account').create({})).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
    });
  });
});
