import { RunningApi, type QueryAnswer } from '../testing/running-api';

const V = '/services/data/v67.0';

describe('queries', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    const account = await api.create('Account', { Name: 'Parent', BillingCity: 'Oslo' });
    const admin = api.org.users.findByUsername('admin@local.org');
    if (!admin) throw new Error('no administrator');
    const contacts = Array.from({ length: 450 }, (_, i) => ({ LastName: `C${i}`, AccountId: account }));
    api.org.dml.insert('Contact', contacts, {
      context: { user: admin, mode: 'user', apiVersion: 67 },
      allOrNone: true,
    });
  });
  afterAll(() => api.stop());

  it('answer records with attributes, parents and children', async () => {
    const parents = await api.query("SELECT Id, Name, Owner.Username FROM Account WHERE Name = 'Parent'");
    expect(parents).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: {
            type: 'Account',
            url: expect.stringMatching(/^\/services\/data\/v67.0\/sobjects\/Account\/001/),
          },
          Id: expect.any(String),
          Name: 'Parent',
          Owner: { attributes: { type: 'User', url: expect.any(String) }, Username: 'admin@local.org' },
        },
      ],
    });
    const { records } = await api.query(
      'SELECT Name, (SELECT LastName FROM Contacts LIMIT 2), (SELECT Id FROM Cases) FROM Account',
    );
    expect(records[0]).toMatchObject({ Contacts: { totalSize: 2, done: true }, Cases: null });
  });

  it('answer in pages of the asked size', async () => {
    const first = await api.call(
      'GET',
      `/query?q=${encodeURIComponent('SELECT Id FROM Contact ORDER BY Id')}`,
      undefined,
      {
        'sforce-query-options': 'batchSize=200',
      },
    );
    const page = first.body as QueryAnswer;
    expect([page.totalSize, page.done, page.records.length]).toEqual([450, false, 200]);
    expect(page.nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/query\/01g\w{15}-200$/);
    const path = page.nextRecordsUrl?.slice(V.length) ?? '';
    const second = (await api.call('GET', path)).body as QueryAnswer;
    expect(second.nextRecordsUrl).toMatch(/-400$/);
    const third = (await api.call('GET', second.nextRecordsUrl?.slice(V.length) ?? '')).body as QueryAnswer;
    expect([third.done, third.records.length, third.nextRecordsUrl]).toEqual([true, 50, undefined]);
    const ids = new Set([...page.records, ...second.records, ...third.records].map(({ Id }) => Id));
    expect(ids.size).toBe(450);
    expect((await api.call('GET', path)).body).toEqual(second);
  });

  it('page long child lists too', async () => {
    const soql = 'SELECT (SELECT Id FROM Contacts) FROM Account';
    const { body } = await api.call('GET', `/query?q=${encodeURIComponent(soql)}`, undefined, {
      'sforce-query-options': 'batchSize=200',
    });
    const children = (body as QueryAnswer).records[0]?.['Contacts'] as QueryAnswer;
    expect([children.totalSize, children.done, children.records.length]).toEqual([450, false, 200]);
    const next = (await api.call('GET', children.nextRecordsUrl?.slice(V.length) ?? '')).body as QueryAnswer;
    expect(next.records[0]).toMatchObject({ attributes: { type: 'Contact' } });
  });

  it('count', async () => {
    expect(await api.query('SELECT COUNT() FROM Contact')).toEqual({
      totalSize: 450,
      done: true,
      records: [],
    });
    const { records } = await api.query('SELECT COUNT(Id) total FROM Contact');
    expect(records).toEqual([{ attributes: { type: 'AggregateResult' }, total: 450 }]);
  });

  it('include deleted records through queryAll', async () => {
    const id = await api.create('Account', { Name: 'Gone' });
    await api.call('DELETE', `/sobjects/Account/${id}`);
    const q = encodeURIComponent("SELECT Id FROM Account WHERE Name = 'Gone'");
    expect((await api.call('GET', `/query?q=${q}`)).body).toMatchObject({ totalSize: 0 });
    expect((await api.call('GET', `/queryAll?q=${q}`)).body).toMatchObject({ totalSize: 1 });
  });

  it('describe their columns', async () => {
    const { body } = await api.call(
      'GET',
      `/query?q=${encodeURIComponent('SELECT Id, Name FROM Account')}&columns=true`,
    );
    expect(body).toMatchObject({
      entityName: 'Account',
      groupBy: false,
      idSelected: true,
      keyPrefix: '001',
      columnMetadata: [
        { columnName: 'Id', aggregate: false, joinColumns: [], numberType: false },
        { columnName: 'Name', displayName: 'Name', textType: true },
      ],
    });
  });

  it.each([
    ['/query', 'MALFORMED_QUERY'],
    ['/query?q=', 'MALFORMED_QUERY'],
    ['/query?q=SELECT', 'MALFORMED_QUERY'],
    ['/query?q=SELECT+Foo+FROM+Account', 'INVALID_FIELD'],
    ['/query?q=SELECT+Id+FROM+Nothing', 'INVALID_TYPE'],
    ['/query/01g000000000009AAA-2000', 'INVALID_QUERY_LOCATOR'],
    ['/search', 'MALFORMED_SEARCH'],
  ])('%s is refused with %s', async (path, errorCode) => {
    const { status, body } = await api.call('GET', path);
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode, message: expect.any(String) }]);
  });

  it('search by text and by parameters', async () => {
    const found = {
      searchRecords: [expect.objectContaining({ attributes: expect.objectContaining({ type: 'Account' }) })],
    };
    const sosl = 'FIND {Parent} IN NAME FIELDS RETURNING Account(Id, Name)';
    expect((await api.call('GET', `/search?q=${encodeURIComponent(sosl)}`)).body).toEqual(found);
    const parameters = { q: 'Parent', in: 'NAME', sobjects: [{ name: 'Account', fields: ['Id', 'Name'] }] };
    expect((await api.call('POST', '/parameterizedSearch', parameters)).body).toEqual(found);
    expect(
      (await api.call('GET', '/parameterizedSearch?q=Parent&sobject=Account&Account.fields=Id')).body,
    ).toEqual(found);
    const injected = { q: 'Parent', sobjects: [{ name: 'Account(Id), User' }] };
    expect((await api.call('POST', '/parameterizedSearch', injected)).status).toBe(400);
  });
});

describe('describes', () => {
  it('are answered for the org, for an object, and only when changed', async () => {
    const api = await RunningApi.start();
    const global = (await api.call('GET', '/sobjects')).body as { sobjects: { name: string }[] };
    expect(global).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 });
    expect(global.sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account', 'Opportunity']),
    );
    expect((await api.call('GET', '/sobjects/account')).body).toMatchObject({
      objectDescribe: { name: 'Account' },
      recentItems: [],
    });
    const { headers, body } = await api.call('GET', '/sobjects/Account/describe');
    expect(body).toMatchObject({
      name: 'Account',
      keyPrefix: '001',
      urls: { sobject: `${V}/sobjects/Account` },
    });
    const since = { 'if-modified-since': headers.get('last-modified') ?? '' };
    expect((await api.call('GET', '/sobjects/Account/describe', undefined, since)).status).toBe(304);
    await api.deployFields(
      'Account',
      '<fields><fullName>New__c</fullName><label>New</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>',
    );
    const changed = await api.call('GET', '/sobjects/Account/describe', undefined, since);
    expect(changed.status).toBe(200);
    await api.stop();
  });
});
