import { RunningApi } from '../testing/running-api';

const V = '/services/data/v67.0';
const EXTERNAL_IDS = `
  <fields><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length><externalId>true</externalId></fields>
  <fields><fullName>Serial__c</fullName><label>Serial</label><type>Number</type><precision>8</precision><scale>0</scale><externalId>true</externalId><unique>true</unique></fields>`;

describe('records', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deployFields('Account', EXTERNAL_IDS);
  });
  afterAll(() => api.stop());

  it('come back from the recycle bin once they are deleted', async () => {
    const id = await api.create('Account', { Name: 'Back again' });
    await api.call('DELETE', `/sobjects/Account/${id}`);
    expect(await api.call('POST', `/recycle-bin/${id}/undelete`)).toMatchObject({ status: 204 });
    const { records } = await api.query(`SELECT Name FROM Account WHERE Id = '${id}'`);
    expect(records).toMatchObject([{ Name: 'Back again' }]);
    expect((await api.call('POST', `/recycle-bin/${id}/undelete`)).status).toBe(400);
  });

  it('are created, read, updated and deleted by id', async () => {
    const created = await api.call('POST', '/sobjects/Account', {
      name: 'Acme',
      AnnualRevenue: 12000,
      NumberOfEmployees: 7,
    });
    expect(created.status).toBe(201);
    const { id } = created.body as { id: string };
    expect(created.body).toEqual({ id, success: true, errors: [] });
    expect(created.headers.get('location')).toBe(`${V}/sobjects/Account/${id}`);

    const fields = 'Name,AnnualRevenue,NumberOfEmployees,BillingCity';
    const read = await api.call('GET', `/sobjects/account/${id}?fields=${fields}`);
    expect(read.body).toEqual({
      attributes: { type: 'Account', url: `${V}/sobjects/Account/${id}` },
      Name: 'Acme',
      AnnualRevenue: 12000,
      NumberOfEmployees: 7,
      BillingCity: null,
    });

    expect(await api.call('PATCH', `/sobjects/Account/${id}`, { BillingCity: 'Oslo' })).toMatchObject({
      status: 204,
      body: '',
    });
    const whole = await api.call('GET', `/sobjects/Account/${id.slice(0, 15)}`);
    expect(whole.body).toMatchObject({
      Id: id,
      IsDeleted: false,
      BillingAddress: { city: 'Oslo', street: null },
    });

    expect((await api.call('DELETE', `/sobjects/Account/${id}`)).status).toBe(204);
    expect((await api.call('GET', `/sobjects/Account/${id}`)).status).toBe(404);
    expect(await api.call('DELETE', `/sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }],
    });
  });

  it("are refused with the platform's errors", async () => {
    const id = await api.create('Account', { Name: 'Errors' });
    const contact = await api.create('Contact', { LastName: 'Other' });
    const answers = [
      ['POST', '/sobjects/Account', {}, 400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]'],
      [
        'POST',
        '/sobjects/Account',
        { Name: 'x', Foo: 1 },
        400,
        'INVALID_FIELD',
        "No such column 'Foo' on sobject of type Account",
      ],
      [
        'PATCH',
        `/sobjects/Account/${id}`,
        { Id: id },
        400,
        'INVALID_FIELD',
        'The Id field should not be specified in the sobject data.',
      ],
      [
        'GET',
        `/sobjects/Account/${id}?fields=Foo`,
        undefined,
        400,
        'INVALID_FIELD',
        "No such column 'Foo' on sobject of type Account",
      ],
      [
        'GET',
        '/sobjects/Account/rid',
        undefined,
        404,
        'NOT_FOUND',
        'Provided external ID field does not exist or is not accessible: rid',
      ],
      [
        'GET',
        `/sobjects/Account/${contact}`,
        undefined,
        404,
        'NOT_FOUND',
        'The requested resource does not exist',
      ],
      [
        'GET',
        '/sobjects/Account/001000000ZZZZZZ',
        undefined,
        404,
        'NOT_FOUND',
        'The requested resource does not exist',
      ],
      [
        'GET',
        '/sobjects/Account/Phone/1',
        undefined,
        404,
        'NOT_FOUND',
        'Provided external ID field does not exist or is not accessible: Phone',
      ],
      [
        'PATCH',
        '/sobjects/Account/Code__c/A',
        { Code__c: 'A' },
        400,
        'INVALID_FIELD',
        'The Code__c field should not be specified in the sobject data.',
      ],
    ] as const;
    for (const [method, path, json, status, errorCode, message] of answers) {
      const answer = await api.call(method, path, json);
      expect([path, answer.status, answer.body]).toEqual([
        path,
        status,
        [expect.objectContaining({ errorCode, message })],
      ]);
    }
  });

  it('are upserted, read and deleted by external id', async () => {
    const path = '/sobjects/Account/Code__c/A%2F1';
    const created = await api.call('PATCH', path, { Name: 'First' });
    expect(created).toMatchObject({ status: 201, body: { success: true, errors: [], created: true } });
    const { id } = created.body as { id: string };
    expect(await api.call('PATCH', path, { Name: 'Second' })).toMatchObject({
      status: 200,
      body: { id, success: true, errors: [], created: false },
    });
    expect((await api.call('GET', `${path}?fields=Name,Code__c`)).body).toMatchObject({
      Name: 'Second',
      Code__c: 'A/1',
    });
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect((await api.call('GET', path)).status).toBe(404);
  });

  it('are found by a number as external id', async () => {
    expect((await api.call('PATCH', '/sobjects/Account/Serial__c/42', { Name: 'Numbered' })).status).toBe(
      201,
    );
    expect((await api.call('GET', '/sobjects/Account/Serial__c/42?fields=Serial__c')).body).toMatchObject({
      Serial__c: 42,
    });
    expect((await api.call('GET', '/sobjects/Account/Serial__c/x')).status).toBe(404);
  });

  it('that share an external id are listed with 300', async () => {
    const ids = [
      await api.create('Account', { Name: 'a', Code__c: 'dup' }),
      await api.create('Account', { Name: 'b', Code__c: 'dup' }),
    ];
    const urls = ids.map((id) => `${V}/sobjects/Account/${id}`);
    expect(await api.call('GET', '/sobjects/Account/Code__c/dup')).toMatchObject({ status: 300, body: urls });
    expect(await api.call('PATCH', '/sobjects/Account/Code__c/dup', { Name: 'c' })).toMatchObject({
      status: 300,
      body: urls,
    });
  });

  it('can be created through the path of the Id field', async () => {
    expect((await api.call('POST', '/sobjects/Account/Id', { Name: 'By Id' })).status).toBe(201);
    const { status, body } = await api.call('POST', '/sobjects/Account/001000000000001AAA', { Name: 'x' });
    expect(status).toBe(405);
    expect(body).toMatchObject([
      { message: "HTTP Method 'POST' not allowed. Allowed are HEAD,GET,PATCH,DELETE" },
    ]);
  });

  it('refer to parents by external id', async () => {
    await api.create('Account', { Name: 'Parent', Code__c: 'P1' });
    const contact = await api.create('Contact', {
      LastName: 'Child',
      Account: { attributes: { type: 'Account' }, Code__c: 'P1' },
    });
    const { records } = await api.query(`SELECT Account.Name FROM Contact WHERE Id = '${contact}'`);
    expect(records[0]).toMatchObject({ Account: { Name: 'Parent' } });
  });

  it('are reached over relationships', async () => {
    const account = await api.create('Account', { Name: 'Over' });
    const contact = await api.create('Contact', { LastName: 'Link', AccountId: account });
    expect((await api.call('GET', `/sobjects/Contact/${contact}/Account?fields=Name`)).body).toMatchObject({
      Name: 'Over',
    });
    expect(
      (await api.call('GET', `/sobjects/Account/${account}/Contacts?fields=LastName`)).body,
    ).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ attributes: { type: 'Contact' }, LastName: 'Link' }],
    });
    expect(
      (await api.call('PATCH', `/sobjects/Contact/${contact}/Account`, { Name: 'Renamed' })).status,
    ).toBe(204);
    expect((await api.call('GET', `/sobjects/Contact/${contact}/Account/Owner?fields=Username`)).status).toBe(
      200,
    );
    expect((await api.call('GET', `/sobjects/Contact/${contact}/Nothing`)).status).toBe(404);
    expect((await api.call('GET', `/sobjects/Account/${account}/Parent`)).status).toBe(404);
  });

  it('appear in the feeds of changed and deleted records', async () => {
    const kept = await api.create('Lead', { LastName: 'Kept', Company: 'C' });
    const gone = await api.create('Lead', { LastName: 'Gone', Company: 'C' });
    await api.call('DELETE', `/sobjects/Lead/${gone}`);
    const span = `start=${encodeURIComponent('2026-01-15T11:00:00+00:00')}&end=${encodeURIComponent('2026-01-15T13:00:00+00:00')}`;
    expect((await api.call('GET', `/sobjects/Lead/updated?${span}`)).body).toEqual({
      ids: [kept],
      latestDateCovered: '2026-01-15T13:00:00.000+0000',
    });
    expect((await api.call('GET', `/sobjects/Lead/deleted?${span}`)).body).toMatchObject({
      deletedRecords: [{ id: gone }],
    });
    expect(
      await api.call('GET', '/sobjects/Lead/updated?start=2026-01-15T13:00:00Z&end=2026-01-15T11:00:00Z'),
    ).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_REPLICATION_DATE' }],
    });
  });

  it('are read and written on conditions', async () => {
    const path = `/sobjects/Account/${await api.create('Account', { Name: 'Conditional' })}`;
    const since = (offsetMs: number): string => new Date(api.clock.now() + offsetMs).toUTCString();
    expect((await api.call('GET', path, undefined, { 'if-modified-since': since(0) })).status).toBe(304);
    expect((await api.call('GET', path, undefined, { 'if-modified-since': since(-1000) })).status).toBe(200);
    const stale = await api.call('PATCH', path, { Name: 'x' }, { 'if-unmodified-since': since(-1000) });
    expect(stale).toMatchObject({ status: 412, body: [{ errorCode: 'PRECONDITION_FAILED' }] });
    expect((await api.call('DELETE', path, undefined, { 'if-unmodified-since': since(0) })).status).toBe(204);
  });

  it('are counted', async () => {
    const { totalSize } = await api.query('SELECT COUNT() FROM Account');
    expect((await api.call('GET', '/limits/recordCount?sObjects=Account,Nothing')).body).toEqual({
      sObjects: [{ count: totalSize, name: 'Account' }],
    });
  });
});

describe('a user without permissions', () => {
  it('finds neither objects nor records, and may save nothing', async () => {
    const api = await RunningApi.start();
    const account = await api.create('Account', { Name: 'Hidden' });
    api.token = await api.loginAs('guest@local.org', 'Minimum Access - Salesforce');
    expect((await api.call('GET', `/sobjects/Account/${account}`)).status).toBe(404);
    expect((await api.call('GET', '/sobjects/Account/describe')).status).toBe(404);
    expect((await api.call('POST', '/sobjects/Account', { Name: 'x' })).status).toBe(404);
    const saved = await api.call('POST', '/composite/sobjects', {
      records: [{ attributes: { type: 'Account' }, Name: 'x' }],
    });
    expect(saved.status).toBe(404);
    expect((await api.call('GET', '/query?q=SELECT+Id+FROM+Account')).body).toMatchObject([
      { errorCode: 'INVALID_TYPE' },
    ]);
    const global = (await api.call('GET', '/sobjects')).body as { sobjects: { name: string }[] };
    expect(global.sobjects.map(({ name }) => name)).not.toContain('Account');
    await api.stop();
  });
});

describe('passwords of users', () => {
  it('are set and made over REST', async () => {
    const api = await RunningApi.start();
    const { records } = await api.query('SELECT Id, Username FROM User WHERE IsActive = TRUE LIMIT 1');
    const { Id: id, Username: name } = records[0] as { Id: string; Username: string };
    const path = `/sobjects/User/${id}/password`;
    expect((await api.call('POST', path, { NewPassword: 'secret123' })).status).toBe(204);
    expect(api.org.users.authenticate(name, 'secret123')).toBeDefined();
    expect((await api.call('POST', path, { NewPassword: 'onlyletters' })).body).toMatchObject([
      { errorCode: 'INVALID_NEW_PASSWORD' },
    ]);
    const { body } = await api.call('DELETE', path);
    expect(api.org.users.authenticate(name, (body as { NewPassword: string }).NewPassword)).toBeDefined();
    expect((await api.call('GET', path)).body).toEqual({ isExpired: false });
    await api.stop();
  });
});
