import { UiOrg, type Json } from '../testing/ui-org';
import { UI_PACKAGE } from '../testing/ui-package';

describe('changes of list views', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
    const sites = [
      { Name: 'Alpha', Budget__c: 50, Region__c: 'Asia' },
      { Name: 'Beta', Budget__c: 100, Region__c: 'Europe' },
      { Name: 'Gamma, south', Budget__c: 300, Region__c: 'Europe', OwnerId: ui.userId },
    ];
    for (const site of sites) await ui.api.create('Site__c', site);
  });
  afterAll(() => ui.stop());

  const namesIn = async (name: string): Promise<unknown[]> => {
    const { records } = (await ui.get(`/list-records/Site__c/${name}`)) as unknown as {
      records: { fields: { Name: { value: unknown } } }[];
    };
    return records.map(({ fields }) => fields.Name.value);
  };
  const listNames = async (asUser: boolean): Promise<unknown[]> => {
    const path = '/list-info/Site__c';
    const { body } = await (asUser ? ui.callAsUser('GET', path) : ui.call('GET', path));
    return (body as { lists: { apiName: string }[] }).lists.map(({ apiName }) => apiName);
  };

  it('creates one with columns, filters, logic and scope, which shows the records at once', async () => {
    const { status, body } = await ui.call('POST', '/list-info/Site__c', {
      listViewApiName: 'Chosen',
      label: 'Chosen sites',
      displayColumns: ['Name', 'Region__c', 'Account__r.Name', 'Owner.Alias'],
      filteredByInfo: [
        { fieldApiName: 'Region__c', operator: 'Equals', operandLabels: ['Asia label'] },
        { fieldApiName: 'Name', operator: 'Equals', operandLabels: ['Gamma, south'] },
        { fieldApiName: 'CreatedDate', operator: 'GreaterOrEqual', operandLabels: ['2020-01-31'] },
      ],
      filterLogicString: '(1 OR 2) AND 3',
      scope: { apiName: 'everything' },
      visibility: 'Public',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      cloneable: true,
      deletable: true,
      displayColumns: [
        { fieldApiName: 'Name' },
        { fieldApiName: 'Region__c' },
        { fieldApiName: 'Account__r.Name' },
        { fieldApiName: 'Owner.Alias' },
      ],
      filterLogicString: '(1 OR 2) AND 3',
      filteredByInfo: [
        { fieldApiName: 'Region__c', operandLabels: ['Asia label'], operator: 'Equals' },
        { operandLabels: ['Gamma, south'] },
        { operandLabels: ['1/31/2020'] },
      ],
      label: 'Chosen sites',
      updateable: true,
      visibility: 'Public',
      visibilityEditable: true,
    });
    expect(await namesIn('Chosen')).toEqual(['Alpha', 'Gamma, south']);
  });

  it('keeps what others see as metadata, which is retrieved with the platform own column names', async () => {
    expect(ui.api.org.metadata.read('ListView', 'Site__c.Chosen')).toMatchObject({
      booleanFilter: '(1 OR 2) AND 3',
      columns: ['NAME', 'Region__c', 'Account__c', 'OWNER.ALIAS'],
      filterScope: 'Everything',
      filters: [
        { field: 'Region__c', operation: 'equals', value: 'Asia' },
        { field: 'NAME', operation: 'equals', value: '"Gamma, south"' },
        { field: 'CREATED_DATE', operation: 'greaterOrEqual', value: '1/31/2020' },
      ],
    });
    const { records } = await ui.api.query(
      "SELECT Name FROM ListView WHERE SobjectType = 'Site__c' AND DeveloperName = 'Chosen'",
    );
    expect(records).toMatchObject([{ Name: 'Chosen sites' }]);
  });

  it('changes what is named and leaves the rest; a deploy of the same name replaces it', async () => {
    const { body } = await ui.call('PATCH', '/list-info/Site__c/Big', { label: 'Huge sites' });
    expect(body).toMatchObject({
      label: 'Huge sites',
      filteredByInfo: [{ fieldApiName: 'Budget__c', operandLabels: ['100'] }],
    });
    expect(ui.api.org.metadata.read('ListView', 'Site__c.Big')).toMatchObject({
      columns: ['NAME', 'Budget__c', 'Account__c', 'OWNER.ALIAS'],
      label: 'Huge sites',
    });
    await ui.call('PATCH', '/list-info/Site__c/Big', { scope: { apiName: 'mine' }, filteredByInfo: [] });
    expect(await namesIn('Big')).toEqual(['Alpha', 'Beta']);
    await ui.api.deploy(UI_PACKAGE);
    expect(await ui.get('/list-info/Site__c/Big')).toMatchObject({
      label: 'Big sites',
      scope: { apiName: 'everything' },
    });
  });

  it('gives a list that comes with the object other columns and filters', async () => {
    await ui.call('PATCH', '/list-info/Site__c/All', {
      filteredByInfo: [{ fieldApiName: 'Budget__c', operator: 'LessThan', operandLabels: ['100'] }],
    });
    expect(await namesIn('All')).toEqual(['Alpha']);
    expect((await ui.call('DELETE', '/list-info/Site__c/All')).status).toBe(204);
    expect(await namesIn('All')).toEqual(['Alpha', 'Beta', 'Gamma, south']);
  });

  it('keeps a private list view to its owner, until it is shared', async () => {
    const own = { label: 'My own!', displayColumns: ['Name'] };
    const { status, body } = await ui.callAsUser('POST', '/list-info/Site__c', own);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      listReference: { listViewApiName: 'My_own' },
      visibility: 'Private',
      visibilityEditable: false,
    });
    expect(await listNames(true)).toContain('My_own');
    expect(await listNames(false)).not.toContain('My_own');
    expect((await ui.call('GET', '/list-info/Site__c/My_own')).status).toBe(404);
    expect(ui.api.org.metadata.read('ListView', 'Site__c.My_own')).toBeUndefined();
    const { id } = (body as { listReference: { id: string } }).listReference;
    expect((await ui.callAsUser('GET', `/list-info/${id}`)).body).toMatchObject({ label: 'My own!' });
    expect((await ui.call('GET', `/list-info/${id}`)).status).toBe(404);

    const renamed = { label: 'Mine alone' };
    expect((await ui.callAsUser('PATCH', '/list-info/Site__c/My_own', renamed)).body).toMatchObject(renamed);
    expect((await ui.callAsUser('DELETE', '/list-info/Site__c/My_own')).status).toBe(204);
    expect(await listNames(true)).not.toContain('My_own');

    await ui.call('POST', '/list-info/Site__c', { label: 'Draft' });
    expect(await listNames(true)).not.toContain('Draft');
    const shared = { visibility: 'Shared', listShares: ['Regular.Site_Team'] };
    expect((await ui.call('PATCH', '/list-info/Site__c/Draft', shared)).body).toMatchObject({
      listShares: [{ shareType: 'Regular', shares: [{ shareApiName: 'Site_Team' }] }],
      visibility: 'Shared',
    });
    await ui.call('PATCH', '/list-info/Site__c/Draft', { visibility: 'Public' });
    expect(await listNames(true)).toContain('Draft');
  });

  const filter = (fieldApiName: string, operator: string, ...operandLabels: string[]): Json => ({
    label: 'x',
    filteredByInfo: [{ fieldApiName, operator, operandLabels }],
  });
  it.each<[Json, number, string]>([
    [{ label: 'Big', listViewApiName: 'Big' }, 400, 'DUPLICATE_DEVELOPER_NAME'],
    [{ label: '' }, 400, 'REQUIRED_FIELD_MISSING'],
    [{ label: 'x', listViewApiName: '1 x' }, 400, 'FIELD_INTEGRITY_EXCEPTION'],
    [{ label: 'x'.repeat(41) }, 400, 'FIELD_INTEGRITY_EXCEPTION'],
    [{ label: 'x', displayColumns: ['Nothing__c'] }, 501, 'LOCAL_ORG_UNSUPPORTED'],
    [filter('Nothing__c', 'Equals', '1'), 400, 'INVALID_FIELD'],
    [filter('Budget__c', 'Contains', '1'), 400, 'INVALID_QUERY_FILTER_OPERATOR'],
    [filter('Budget__c', 'Equals', 'much'), 400, 'INVALID_QUERY_FILTER_OPERATOR'],
    [{ ...filter('Budget__c', 'Equals', '1'), filterLogicString: '1 AND 2' }, 400, 'INVALID_FILTER_LOGIC'],
    [{ label: 'x', scope: { apiName: 'delegated' } }, 501, 'LOCAL_ORG_UNSUPPORTED'],
    [{ label: 'x', visibility: 'Hidden' }, 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    [{ label: 'x', filteredByInfo: 'Name' }, 400, 'JSON_PARSER_ERROR'],
  ])('refuses to create %j', async (body, status, errorCode) => {
    expect(await ui.call('POST', '/list-info/Site__c', body)).toMatchObject({
      status,
      body: [{ errorCode }],
    });
  });

  it('refuses what needs "Manage Public List Views"', async () => {
    const denied = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] };
    const made = { label: 'For all', visibility: 'Public' };
    expect(await ui.callAsUser('POST', '/list-info/Site__c', made)).toMatchObject(denied);
    expect(await ui.callAsUser('PATCH', '/list-info/Site__c/Big', { label: 'x' })).toMatchObject(denied);
    expect(await ui.callAsUser('DELETE', '/list-info/Site__c/Big')).toMatchObject(denied);
    expect((await ui.callAsUser('GET', '/list-info/Site__c/Big')).body).toMatchObject({
      createable: true,
      deletable: false,
      updateable: false,
    });
    expect(await ui.call('DELETE', '/list-info/Site__c/RecentlyViewedSites')).toMatchObject(denied);
  });
});
