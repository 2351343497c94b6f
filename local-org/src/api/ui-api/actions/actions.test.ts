import { UiOrg, type Json } from '../testing/ui-org';

interface ActionAnswer {
  readonly actions: Readonly<Record<string, { readonly actions: readonly { readonly apiName: string }[] }>>;
}

describe('actions', () => {
  let ui: UiOrg;
  let siteId: string;
  let accountId: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    accountId = await ui.api.create('Account', { Name: 'Acme' });
    siteId = await ui.api.create('Site__c', { Name: 'North', Account__c: accountId, OwnerId: ui.userId });
  });
  afterAll(() => ui.stop());

  const namesOf = (body: Json, source: string): unknown[] =>
    ((body as unknown as ActionAnswer).actions[source]?.actions ?? []).map(({ apiName }) => apiName);

  it('record: answers those of the layout in its order', async () => {
    const body = await ui.get(`/actions/record/${siteId}`);
    expect(namesOf(body, siteId)).toEqual(['Site__c.Set_Budget', 'Edit']);
    expect((body['actions'] as Record<string, unknown>)[siteId]).toMatchObject({
      actions: [
        {
          actionListContext: 'Record',
          actionTarget: '/services/data/v67.0/sobjects/Site__c/quickActions/Set_Budget/describe',
          actionTargetType: 'Describe',
          id: expect.stringMatching(/^0JV\w{15}$/),
          label: 'Set Budget',
          section: 'Page',
          sourceObject: siteId,
          subtype: 'Update',
          type: 'QuickAction',
        },
        { label: 'Edit', type: 'StandardButton', subtype: null },
      ],
    });
    const some = await ui.get(`/actions/record/${siteId}?actionTypes=StandardButton`);
    expect(namesOf(some, siteId)).toEqual(['Edit']);
  });

  it('record: answers what the layout does not have when all are asked for', async () => {
    const all = namesOf(await ui.get(`/actions/record/${siteId}?retrievalMode=All`), siteId);
    expect(all.slice(0, 2)).toEqual(['Site__c.Set_Budget', 'Edit']);
    expect(all.slice(2)).toEqual(['Clone', 'ChangeOwnerOne', 'ChangeRecordType']);
    const { status } = await ui.call('GET', `/actions/record/${siteId}?retrievalMode=Some`);
    expect(status).toBe(400);
  });

  it('record: leaves out what the user may not do', async () => {
    const shared = await ui.api.create('Account', { Name: 'Shared' });
    const all = namesOf(await ui.get(`/actions/record/${shared}`), shared);
    expect(all).toEqual(['Edit', 'Delete', 'Clone', 'ChangeOwnerOne']);
    const { body } = await ui.callAsUser('GET', `/actions/record/${shared}`);
    expect(namesOf(body as Json, shared)).not.toContain('Delete');
    const own = await ui.callAsUser('GET', `/actions/record/${siteId}`);
    expect(namesOf(own.body as Json, siteId)).toEqual(['Site__c.Set_Budget', 'Edit']);
  });

  it.each([
    ['/actions/object/Site__c/record-create', 'Site__c', ['SaveAndNew', 'Cancel', 'SaveEdit']],
    ['/actions/lookup/Account', 'Account', ['New']],
    ['/actions/mru-list/Site__c', 'Site__c', ['New']],
    ['/actions/global', 'Global', []],
  ])('answers %s', async (path, source, names) => {
    expect(namesOf(await ui.get(path), source)).toEqual(names);
  });

  it('related list: offers a new child, and edit and delete on its rows', async () => {
    const list = await ui.get(`/actions/record/${accountId}/related-list/Sites__r`);
    expect(list['actions']).toMatchObject({
      [accountId]: {
        actions: [{ apiName: 'New', relatedSourceObject: 'Sites__r', targetObject: 'Site__c' }],
      },
    });
    const row = await ui.get(`/actions/record/${accountId}/related-list-record/${siteId}`);
    expect(namesOf(row, siteId)).toEqual(['Edit', 'Delete']);
    const { body } = await ui.call('POST', `/actions/record/${accountId}/related-list/batch`, {
      relatedListsActionParameters: [{ relatedListId: 'Contacts' }, { relatedListId: 'Sites__r' }],
    });
    expect(namesOf(body as Json, 'Contacts')).toEqual(['New']);
  });

  it('quick action: answers layout and values, and writes the record', async () => {
    expect(await ui.get('/actions/layout/Site__c.Set_Budget')).toMatchObject({
      actionApiName: 'Site__c.Set_Budget',
      layout: {
        mode: 'Edit',
        sections: [{ layoutRows: [{ layoutItems: [{ layoutComponents: [{ apiName: 'Budget__c' }] }] }] }],
      },
    });
    const defaults = await ui.get(`/actions/record-defaults/Site__c.Set_Budget?parentRecordId=${siteId}`);
    expect(defaults).toMatchObject({
      objectApiName: 'Site__c',
      fields: { Budget__c: { displayValue: '$250.00', value: 250 } },
    });
    const path = '/actions/perform-quick-action/Site__c.Set_Budget';
    const done = await ui.call('PATCH', path, { contextId: siteId, fields: { Budget__c: 300 } });
    expect(done.body).toMatchObject({
      id: siteId,
      isCreated: false,
      isSuccess: true,
      successMessage: 'Budget set.',
    });
    expect(await ui.get(`/records/${siteId}?fields=Site__c.Budget__c`)).toMatchObject({
      fields: { Budget__c: { value: 300 } },
    });
    const refused = await ui.call('PATCH', path, { contextId: siteId, fields: { Budget__c: -1 } });
    expect(refused).toMatchObject({ status: 400, body: { output: { fieldErrors: { Budget__c: [{}] } } } });
    expect((await ui.call('GET', '/actions/layout/Nothing')).status).toBe(404);
  });
});
