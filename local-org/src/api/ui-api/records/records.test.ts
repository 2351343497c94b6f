import { UiOrg } from '../testing/ui-org';

describe('records of the User Interface API', () => {
  let ui: UiOrg;
  let accountId: string;
  let siteId: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    accountId = await ui.api.create('Account', {
      Name: 'Acme',
      BillingCity: 'Paris',
      NumberOfEmployees: 1200,
    });
    siteId = await ui.api.create('Site__c', {
      Name: 'North',
      Account__c: accountId,
      Region__c: 'Europe',
      Budget__c: 1234.5,
      Share__c: 12.5,
      Opens__c: '2026-02-01',
      Secret__c: 's',
    });
  });
  afterAll(() => ui.stop());

  it('GET: answers value and display value of each type of field', async () => {
    const fields = ['Name', 'Region__c', 'Budget__c', 'Share__c', 'Opens__c', 'Twice__c', 'CreatedDate'];
    const { body } = await ui.call(
      'GET',
      `/records/${siteId}?fields=${fields.map((name) => `Site__c.${name}`).join(',')}`,
    );
    expect(body).toEqual({
      apiName: 'Site__c',
      childRelationships: {},
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
      fields: {
        Budget__c: { displayValue: '$1,234.50', value: 1234.5 },
        CreatedDate: { displayValue: '1/15/2026, 4:00 AM', value: '2026-01-15T12:00:00.000Z' },
        Name: { displayValue: null, value: 'North' },
        Opens__c: { displayValue: '2/1/2026', value: '2026-02-01' },
        Region__c: { displayValue: 'Europe label', value: 'Europe' },
        Share__c: { displayValue: '12.5%', value: 12.5 },
        Twice__c: { displayValue: '$2,469.00', value: 2469 },
      },
      id: siteId,
      lastModifiedById: expect.stringMatching(/^005/),
      lastModifiedDate: '2026-01-15T12:00:00.000Z',
      recordTypeId: '012000000000000AAA',
      recordTypeInfo: null,
      systemModstamp: '2026-01-15T12:00:00.000Z',
      weakEtag: Date.UTC(2026, 0, 15, 12),
    });
  });

  it('GET: nests the record that a reference points to, with its name as display value', async () => {
    const { body } = await ui.call(
      'GET',
      `/records/${siteId}?fields=Site__c.Account__r.NumberOfEmployees,Site__c.Owner.Alias`,
    );
    expect(body).toMatchObject({
      fields: {
        Account__r: {
          displayValue: 'Acme',
          value: {
            apiName: 'Account',
            id: accountId,
            fields: { Name: { value: 'Acme' }, NumberOfEmployees: { displayValue: '1,200', value: 1200 } },
          },
        },
        Owner: { value: { apiName: 'User', fields: { Alias: { value: expect.any(String) } } } },
      },
    });
  });

  it('GET: names the object behind a reference that may point to several', async () => {
    const task = await ui.api.create('Task', { Subject: 'Call', WhatId: accountId });
    const fields = 'Task.What.Name,Task.Who.Name,Task.Owner.Name';
    expect(await ui.get(`/records/${task}?fields=${fields}`)).toMatchObject({
      fields: {
        What: { displayValue: 'Acme', value: { apiName: 'Account', id: accountId } },
        Who: { displayValue: null, value: null },
        Owner: { value: { apiName: 'User' } },
      },
    });
    const layout = await ui.get(`/record-ui/${task}?layoutTypes=Full,Compact&modes=View,Edit`);
    expect(layout['records']).toMatchObject({ [task]: { fields: { What: { displayValue: 'Acme' } } } });
  });

  it('GET: answers an address as a whole and by its parts', async () => {
    const fields = 'Account.BillingAddress,Account.BillingCity';
    expect(await ui.get(`/records/${accountId}?fields=${fields}`)).toMatchObject({
      fields: {
        BillingAddress: { displayValue: null, value: { city: 'Paris', country: null } },
        BillingCity: { value: 'Paris' },
      },
    });
  });

  it.each([
    ['an unknown field', 'Site__c.Nothing__c'],
    ['a field of a parent that is not there', 'Site__c.Account__r.Nothing__c'],
  ])('GET: refuses %s among fields and leaves it out of optional ones', async (_, field) => {
    const refused = await ui.call('GET', `/records/${siteId}?fields=${field}`);
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    const { body } = await ui.call('GET', `/records/${siteId}?optionalFields=${field},Site__c.Name`);
    expect(body).toMatchObject({ fields: { Name: { value: 'North' } } });
  });

  it('GET: shows a user only fields and records that are open to the user', async () => {
    const hidden = await ui.callAsUser('GET', `/records/${siteId}?fields=Site__c.Name`);
    expect(hidden).toMatchObject({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] });
    const own = await ui.api.create('Site__c', { Name: 'Own', OwnerId: ui.userId, Secret__c: 's' });
    const refused = await ui.callAsUser('GET', `/records/${own}?fields=Site__c.Secret__c`);
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    const { body } = await ui.callAsUser('GET', `/records/${own}?layoutTypes=Full&modes=View`);
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Secret__c');
  });

  it('GET: refuses an id that is none, and one whose record is gone', async () => {
    expect(await ui.call('GET', '/records/001?fields=Account.Name')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_ID_FIELD' }],
    });
    const gone = await ui.api.create('Account', { Name: 'Gone' });
    await ui.api.call('DELETE', `/sobjects/Account/${gone}`);
    expect(await ui.call('GET', `/records/${gone}?fields=Account.Name`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }],
    });
    expect((await ui.call('GET', `/records/${siteId}`)).status).toBe(400);
  });

  it('GET: answers children with their parent and by pages', async () => {
    for (let i = 0; i < 3; i++) await ui.api.create('Contact', { LastName: `C${i}`, AccountId: accountId });
    const { body } = await ui.call(
      'GET',
      `/records/${accountId}?fields=Account.Name&childRelationships=Account.Contacts.Email&pageSize=2`,
    );
    expect(body).toMatchObject({
      childRelationships: {
        Contacts: {
          count: 2,
          nextPageToken: '2',
          records: [{ apiName: 'Contact', fields: { Name: { value: 'C0' }, Email: { value: null } } }, {}],
        },
      },
    });
    const next = await ui.get(`/records/${accountId}/child-relationships/Contacts?pageSize=2&pageToken=2`);
    expect(next).toMatchObject({ count: 1, nextPageToken: null, previousPageToken: '0' });
  });

  it('batch: answers each record with a status of its own', async () => {
    const { body } = await ui.call(
      'GET',
      `/records/batch/${siteId},${accountId},001000000000000AAA?fields=Site__c.Name,Account.Name`,
    );
    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { fields: { Name: { value: 'North' } } } },
        { statusCode: 200, result: { apiName: 'Account' } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
      ],
    });
  });

  it('record-ui: answers records with layouts, user states and object infos', async () => {
    const body = (await ui.get(`/record-ui/${siteId}?modes=View,Edit&layoutTypes=Full,Compact`)) as Record<
      string,
      Record<string, unknown>
    >;
    expect(Object.keys(body)).toEqual(['layoutUserStates', 'layouts', 'objectInfos', 'records']);
    expect(body['layouts']).toMatchObject({
      Site__c: {
        '012000000000000AAA': {
          Full: { View: { mode: 'View' }, Edit: { mode: 'Edit' } },
          Compact: { View: { layoutType: 'Compact' } },
        },
      },
    });
    expect(Object.keys(body['objectInfos'] ?? {})).toEqual(
      expect.arrayContaining(['Site__c', 'Account', 'User']),
    );
    expect(body['records']).toMatchObject({
      [siteId]: { fields: { Budget__c: { value: 1234.5 }, Account__r: { displayValue: 'Acme' } } },
    });
  });
});
