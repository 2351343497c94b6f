import { UiOrg } from '../testing/ui-org';

describe('related lists', () => {
  let ui: UiOrg;
  let accountId: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    accountId = await ui.api.create('Account', { Name: 'Acme' });
    for (const [name, budget] of Object.entries({ Small: 1, Large: 300, Middle: 20 })) {
      await ui.api.create('Site__c', { Name: name, Budget__c: budget, Account__c: accountId });
    }
    await ui.api.create('Contact', { LastName: 'Ray', Email: 'ray@example.com', AccountId: accountId });
    for (const status of ['Not Started', 'Completed']) {
      await ui.api.create('Task', { Subject: status, Status: status, WhatId: accountId });
    }
  });
  afterAll(() => ui.stop());

  const namesOf = (body: unknown): unknown[] =>
    (body as { records: { fields: Record<string, { value: unknown }> }[] }).records.map(
      ({ fields }) => fields['Name']?.value ?? fields['Subject']?.value,
    );

  it('lists those of the layout, by relationship name', async () => {
    expect(await ui.get('/related-list-info/Account')).toMatchObject({
      parentObjectApiName: 'Account',
      relatedLists: [
        { relatedListId: 'Contacts', objectApiName: 'Contact', fieldApiName: 'AccountId', label: 'Contacts' },
        { relatedListId: 'Sites__r', objectApiName: 'Site__c', fieldApiName: 'Account__c', label: 'Sites' },
      ],
    });
  });

  it('info: names columns and order of the layout', async () => {
    expect(await ui.get('/related-list-info/Account/Sites__r')).toMatchObject({
      displayColumns: [{ fieldApiName: 'Name' }, { fieldApiName: 'Budget__c' }],
      listReference: { parentObjectApiName: 'Account', relatedListId: 'Sites__r', type: 'relatedList' },
      orderedByInfo: [{ fieldApiName: 'Budget__c', isAscending: false }],
    });
    const batch = await ui.get('/related-list-info/batch/Account/Contacts,Nothing');
    expect(batch).toMatchObject({
      results: [
        {
          statusCode: 200,
          result: { displayColumns: [{ fieldApiName: 'Name' }, { fieldApiName: 'Email' }] },
        },
        { statusCode: 400, result: [{ errorCode: 'INVALID_PARAMETER_VALUE' }] },
      ],
    });
  });

  it('records: answers the children in the order of the layout, or in that of the request', async () => {
    const path = `/related-list-records/${accountId}/Sites__r`;
    expect(namesOf(await ui.get(path))).toEqual(['Large', 'Middle', 'Small']);
    expect(namesOf(await ui.get(`${path}?sortBy=Site__c.Name&pageSize=2`))).toEqual(['Large', 'Middle']);
    expect(namesOf(await ui.get(`${path}?sortBy=Nothing__c`))).toHaveLength(3);
    const posted = await ui.call('POST', path, {
      fields: ['Site__c.Region__c'],
      where: '{ Budget__c: { lt: 100 } }',
      sortBy: ['Name'],
    });
    expect(namesOf(posted.body)).toEqual(['Middle', 'Small']);
    expect(posted.body).toMatchObject({ columnLabels: { Budget__c: 'Budget' }, where: expect.any(String) });
  });

  it('records: takes a child relationship that is not on the layout, and open activities', async () => {
    expect(namesOf(await ui.get(`/related-list-records/${accountId}/OpenActivities`))).toEqual([
      'Not Started',
    ]);
    expect(namesOf(await ui.get(`/related-list-records/${accountId}/ActivityHistories`))).toEqual([
      'Completed',
    ]);
    expect(namesOf(await ui.get(`/related-list-records/${accountId}/Tasks`))).toHaveLength(2);
  });

  it('records: shows events among tasks, those to come as open and those that are over as history', async () => {
    const now = ui.api.clock.now();
    const event = (Subject: string, days: number): Promise<string> =>
      ui.api.create('Event', {
        Subject,
        WhatId: accountId,
        StartDateTime: new Date(now + days * 86_400_000).toISOString(),
        DurationInMinutes: 60,
      });
    await event('Lunch', 2);
    await event('Breakfast', -2);
    const open = await ui.get(
      `/related-list-records/${accountId}/OpenActivities?fields=Task.Subject,Task.Status`,
    );
    expect(open).toMatchObject({ count: 2, records: [{ apiName: 'Task' }, { apiName: 'Event' }] });
    expect(
      await ui.get(`/related-list-records/${accountId}/OpenActivities?pageSize=1&pageToken=1`),
    ).toMatchObject({
      nextPageToken: null,
      records: [{ apiName: 'Event' }],
    });
    const history = await ui.get(`/related-list-records/${accountId}/ActivityHistories`);
    expect(history['records']).toMatchObject([{ apiName: 'Event' }, { apiName: 'Task' }]);
    expect(await ui.get(`/related-list-count/${accountId}/OpenActivities`)).toMatchObject({ count: 2 });
  });

  it('info: shows the fields that are asked for when the layout does not restrict them', async () => {
    const path = '/related-list-info/Account/Sites__r?restrictColumnsToLayout=false';
    expect(
      (await ui.get(`${path}&fields=Opens__c,Site__c.Name,Contact__r.Name`))['displayColumns'],
    ).toMatchObject([
      { fieldApiName: 'Opens__c' },
      { fieldApiName: 'Name' },
      { fieldApiName: 'Contact__r.Name' },
    ]);
  });

  it('batches: answers several lists of a record', async () => {
    const get = await ui.get(`/related-list-records/batch/${accountId}/Contacts,Sites__r?pageSize=1`);
    expect(get).toMatchObject({ results: [{ result: { count: 1 } }, { result: { nextPageToken: '1' } }] });
    const { body } = await ui.call('POST', `/related-list-records/batch/${accountId}`, {
      relatedListParameters: [{ relatedListId: 'Contacts' }, { relatedListId: 'Sites__r', pageSize: 2 }],
    });
    expect(body).toMatchObject({ results: [{ statusCode: 200 }, { result: { count: 2, pageSize: 2 } }] });
  });

  it('count: counts up to a number', async () => {
    expect(await ui.get(`/related-list-count/${accountId}/Sites__r`)).toMatchObject({
      count: 3,
      hasMore: false,
    });
    expect(await ui.get(`/related-list-count/batch/${accountId}/Contacts,Sites__r?maxCount=2`)).toMatchObject(
      {
        results: [{ result: { count: 1, hasMore: false } }, { result: { count: 2, hasMore: true } }],
      },
    );
  });

  it('shows a user only children that are shared with the user', async () => {
    const hidden = await ui.callAsUser('GET', `/related-list-records/${accountId}/Sites__r`);
    expect(namesOf(hidden.body)).toEqual([]);
    const own = await ui.api.create('Account', { Name: 'Own', OwnerId: ui.userId });
    await ui.api.create('Site__c', { Name: 'Hidden', Account__c: own });
    await ui.api.create('Site__c', { Name: 'Seen', Account__c: own, OwnerId: ui.userId });
    const { body } = await ui.callAsUser('GET', `/related-list-records/${own}/Sites__r`);
    expect(namesOf(body)).toEqual(['Seen']);
  });

  it('preferences: keeps order and widths under the id of the list', async () => {
    const { body } = await ui.call('PATCH', '/related-list-preferences/Account.RelatedContactList', {
      columnWidths: { Name: 90 },
      orderedBy: [{ fieldApiName: 'Email', isAscending: false }],
    });
    expect(body).toMatchObject({
      columnWidths: { Name: 90, Email: -1 },
      orderedBy: [{ fieldApiName: 'Email', isAscending: false, label: 'Email' }],
      preferencesId: 'Account.RelatedContactList',
    });
    expect(await ui.get('/related-list-info/Account/Contacts')).toMatchObject({
      orderedByInfo: [{ fieldApiName: 'Email' }],
      userPreferences: { columnWidths: { Name: 90 } },
    });
  });
});
