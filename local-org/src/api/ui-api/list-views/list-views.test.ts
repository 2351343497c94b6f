import { UiOrg, type Json } from '../testing/ui-org';

/** Names of the records in an answer. */
function namesOf(body: unknown): unknown[] {
  const { records } = body as { records: { fields: Record<string, { value: unknown }> }[] };
  return records.map(({ fields }) => fields['Name']?.value);
}

describe('list views', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
    const account = await ui.api.create('Account', { Name: 'Acme' });
    const sites = [
      { Name: 'Alpha', Budget__c: 50 },
      { Name: 'Beta', Budget__c: 100, Account__c: account },
      { Name: 'Gamma', Budget__c: 300 },
      { Name: 'Delta', Budget__c: 200, OwnerId: ui.userId },
    ];
    for (const site of sites) await ui.api.create('Site__c', site);
  });
  afterAll(() => ui.stop());

  it('info: names columns, filters and order by API names', async () => {
    expect(await ui.get('/list-info/Site__c/Big')).toMatchObject({
      displayColumns: [
        { fieldApiName: 'Name', label: 'Site Name', lookupId: 'Id', sortable: true },
        { fieldApiName: 'Budget__c', label: 'Budget', lookupId: null },
        { fieldApiName: 'Account__r.Name', label: 'Account', lookupId: 'Account__r.Id' },
        { fieldApiName: 'Owner.Alias', label: 'Site Owner Alias' },
      ],
      filteredByInfo: [
        { fieldApiName: 'Budget__c', label: 'Budget', operandLabels: ['100'], operator: 'GreaterOrEqual' },
      ],
      label: 'Big sites',
      listReference: {
        id: expect.stringMatching(/^00B\w{15}$/),
        listViewApiName: 'Big',
        objectApiName: 'Site__c',
        type: 'listView',
      },
      orderedByInfo: [{ fieldApiName: 'Name', isAscending: true, label: 'Site Name' }],
      visibility: 'Public',
    });
  });

  it('records: answers those of the filter, in the order of the name, with what columns show', async () => {
    const body = await ui.get('/list-records/Site__c/Big');
    expect(namesOf(body)).toEqual(['Beta', 'Delta', 'Gamma']);
    expect(body).toMatchObject({ count: 3, currentPageToken: '0', nextPageToken: null, pageSize: 50 });
    expect(body['records']).toMatchObject([
      {
        fields: {
          Account__c: { value: expect.stringMatching(/^001/) },
          Account__r: { displayValue: 'Acme' },
          Owner: { value: { fields: { Alias: {} } } },
          SystemModstamp: {},
        },
      },
      {},
      {},
    ]);
  });

  it.each([
    ['sortBy=-Budget__c', ['Gamma', 'Delta', 'Beta']],
    ['sortBy=Site__c.Budget__c&pageSize=2', ['Beta', 'Delta']],
    ['pageSize=2&pageToken=2', ['Gamma']],
    ['searchTerm=lt', ['Delta']],
    ['searchTerm=acm', ['Beta']],
    ['where={Budget__c: {lt: 300}}', ['Beta', 'Delta']],
    ['where={or: [{Name: {eq: "gamma"}}, {Account__r: {Name: {like: "A%25"}}}]}', ['Beta', 'Gamma']],
    ['where={not: {Account__c: {eq: null}}}', ['Beta']],
    ['where={Owner: {Alias: {ne: "rrep"}}, Name: {nin: ["Beta"]}}', ['Gamma']],
    ['where={Account__c: {inq: {Account: {Name: {like: "A%25"}}, ApiName: "Id"}}}', ['Beta']],
    ['where={CreatedDate: {eq: {literal: TODAY}}, Opens__c: {eq: {value: null}}}&pageSize=1', ['Beta']],
    ['where={CreatedDate: {gte: {range: {last_n_days: 3}}}}&pageSize=1', ['Beta']],
  ])('records: takes %s', async (parameters, names) => {
    expect(namesOf(await ui.get(`/list-records/Site__c/Big?${parameters}`))).toEqual(names);
  });

  it('records: filters by a formula field in the order of the list', async () => {
    expect(namesOf(await ui.get('/list-records/Site__c/Doubled?sortBy=-Name'))).toEqual(['Gamma', 'Delta']);
    const page = await ui.get('/list-records/Site__c/Doubled?pageSize=1&pageToken=1');
    expect(namesOf(page)).toEqual(['Gamma']);
    expect(page['nextPageToken']).toBeNull();
  });

  it('records: takes the same in a body, and more fields', async () => {
    const { body } = await ui.call('POST', '/list-records/Site__c/Big', {
      fields: ['Site__c.Share__c'],
      optionalFields: ['Site__c.Nothing__c'],
      sortBy: ['-Name'],
      pageSize: 1,
      where: '{Budget__c: {gte: 200}}',
    });
    expect(namesOf(body)).toEqual(['Gamma']);
    expect(body).toMatchObject({
      nextPageToken: '1',
      nextPageUrl: expect.stringContaining('pageToken=1'),
      records: [{ fields: { Share__c: { value: null } } }],
      sortBy: '-Name',
    });
  });

  it.each([
    ['/list-records/Site__c/Big?fields=Site__c.Nothing__c', 400, 'INVALID_FIELD'],
    ['/list-records/Site__c/Big?where={Budget__c: {above: 1}}', 501, 'LOCAL_ORG_UNSUPPORTED'],
    ['/list-records/Site__c/Big?where={Budget__c', 400, 'MALFORMED_QUERY'],
    ['/list-records/Site__c/Big?sortBy=Nothing__c', 400, 'INVALID_FIELD'],
    ['/list-records/Site__c/Big?pageSize=2001', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['/list-records/Site__c/Nothing', 404, 'NOT_FOUND'],
    ['/list-info/00B000000000999EAA', 404, 'NOT_FOUND'],
  ])('refuses %s', async (path, status, errorCode) => {
    expect(await ui.call('GET', path)).toMatchObject({ status, body: [{ errorCode }] });
  });

  it('records: scope and sharing leave what is the user own', async () => {
    expect(namesOf((await ui.callAsUser('GET', '/list-records/Site__c/Mine')).body)).toEqual(['Delta']);
    expect(namesOf((await ui.callAsUser('GET', '/list-records/Site__c/All')).body)).toEqual(['Delta']);
    expect(namesOf(await ui.get('/list-records/Site__c/Mine'))).toEqual(['Alpha', 'Beta', 'Gamma']);
  });

  it('shows a list view that is shared with a group to its members', async () => {
    expect((await ui.callAsUser('GET', '/list-info/Site__c/Team')).status).toBe(404);
    const { records } = await ui.api.query("SELECT Id FROM Group WHERE DeveloperName = 'Site_Team'");
    await ui.api.create('GroupMember', { GroupId: records[0]?.['Id'], UserOrGroupId: ui.userId });
    const { body } = await ui.callAsUser('GET', '/list-info/Site__c/Team');
    expect(body).toMatchObject({
      filterLogicString: '1 OR (2 AND 3)',
      filteredByInfo: [
        { operandLabels: ['Asia label', 'Europe label'] },
        {},
        { fieldApiName: 'CreatedDate' },
      ],
      listShares: [{ shareType: 'Regular', shares: [{ shareApiName: 'Site_Team' }] }],
      visibility: 'Shared',
    });
    expect(namesOf(await ui.get('/list-records/Site__c/Team'))).toEqual(['Beta']);
  });

  it('lists the list views of an object, and finds each by the id that queries have for it', async () => {
    const { lists } = (await ui.get('/list-info/Site__c')) as unknown as { lists: { apiName: string }[] };
    expect(lists.map(({ apiName }) => apiName)).toEqual([
      'All',
      'Big',
      'Doubled',
      'Mine',
      'RecentlyViewedSites',
      'Team',
    ]);
    const { records } = await ui.api.query(
      "SELECT Id, Name FROM ListView WHERE SobjectType = 'Site__c' AND DeveloperName = 'Big'",
    );
    const found = await ui.get(`/list-ui/${String(records[0]?.['Id'])}?pageSize=1`);
    expect(found).toMatchObject({ info: { label: 'Big sites' }, records: { count: 1, nextPageToken: '1' } });
    const standard = (await ui.get('/list-ui/Opportunity')) as unknown as { lists: { apiName: string }[] };
    expect(standard.lists.map(({ apiName }) => apiName)).toEqual(
      expect.arrayContaining(['AllOpportunities', 'MyOpportunities', 'RecentlyViewedOpportunities']),
    );
  });

  it('most recently used: answers what the user viewed, the latest first', async () => {
    const { records } = await ui.api.query('SELECT Id FROM Site__c WHERE Budget__c >= 200 ORDER BY Name');
    const [delta, gamma] = records.map(({ Id }) => String(Id));
    for (const id of [delta, gamma, delta]) await ui.get(`/records/${id}?fields=Site__c.Name&updateMru=true`);
    expect(namesOf(await ui.get('/mru-list-records/Site__c'))).toEqual(['Delta', 'Gamma']);
    expect(namesOf(await ui.get('/list-records/Site__c/__Recent?pageSize=1&pageToken=1'))).toEqual(['Gamma']);
    expect((await ui.get('/mru-list-info/Site__c'))['listReference']).toMatchObject({
      id: null,
      type: 'mru',
    });
    expect(namesOf((await ui.callAsUser('GET', '/mru-list-records/Site__c')).body)).toEqual([]);
  });

  it('preferences: keeps widths and order for each user', async () => {
    const { body } = await ui.call('PATCH', '/list-preferences/Site__c/Big', {
      columnWidths: { Name: 200 },
      orderedBy: [{ fieldApiName: 'Budget__c', isAscending: false }],
    });
    expect(body).toMatchObject({ columnWidths: { Name: 200, Budget__c: -1 }, columnWrap: { Name: false } });
    expect(namesOf(await ui.get('/list-records/Site__c/Big'))).toEqual(['Gamma', 'Delta', 'Beta']);
    await ui.call('PATCH', '/list-preferences/Site__c/Big', { orderedBy: null });
    const { orderedByInfo } = (await ui.get('/list-info/Site__c/Big')) as Json;
    expect(orderedByInfo).toMatchObject([{ fieldApiName: 'Name' }]);
  });

  it('object info: tells what lists can show and filter by', async () => {
    const { columns } = (await ui.get('/list-object-info/Site__c')) as unknown as { columns: unknown[] };
    expect(columns).toContainEqual(
      expect.objectContaining({
        fieldApiName: 'Region__c',
        dataType: 'Picklist',
        picklistValues: [{ apiName: 'Europe', label: 'Europe label' }, expect.anything()],
        supportedFilterOperators: expect.arrayContaining(['Equals', 'Contains']),
      }),
    );
  });
});
