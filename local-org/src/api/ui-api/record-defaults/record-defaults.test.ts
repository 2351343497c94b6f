import { UiOrg } from '../testing/ui-org';

describe('record defaults', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
  });
  afterAll(() => ui.stop());

  it('create: answers a record with the defaults of its record type and owner, and its layout', async () => {
    const depot = await ui.recordTypeId('Depot');
    const body = await ui.get(
      `/record-defaults/create/Site__c?recordTypeId=${depot}&optionalFields=Site__c.Region__c`,
    );
    expect(body).toMatchObject({
      layout: { mode: 'Create', recordTypeId: depot, sections: [{ heading: 'Depot' }] },
      record: {
        apiName: 'Site__c',
        id: null,
        lastModifiedDate: null,
        recordTypeId: depot,
        recordTypeInfo: { name: 'Depot' },
        fields: {
          Region__c: { displayValue: 'Asia label', value: 'Asia' },
          Budget__c: { displayValue: null, value: null },
          Owner: {
            displayValue: expect.any(String),
            value: { apiName: 'User', fields: { Id: {}, Name: {} } },
          },
        },
      },
    });
    expect(Object.keys(body['objectInfos'] as object)).toEqual(
      expect.arrayContaining(['Site__c', 'Account', 'User']),
    );
  });

  it('clone: copies what a new record may be given, and nothing unique', async () => {
    const id = await ui.api.create('Site__c', {
      Name: 'Source',
      Budget__c: 5,
      Code__c: 'ONE',
      Region__c: 'Europe',
    });
    expect(
      await ui.get(`/record-defaults/clone/${id}?optionalFields=Site__c.Code__c,Site__c.Region__c`),
    ).toMatchObject({
      layout: { mode: 'Edit' },
      record: {
        id: null,
        fields: {
          Name: { value: 'Source' },
          Budget__c: { value: 5 },
          Region__c: { value: 'Europe' },
          Code__c: { value: null },
        },
      },
    });
    const template = await ui.get(`/record-defaults/template/clone/${id}?optionalFields=Site__c.Name`);
    expect(template['record']).toMatchObject({
      apiName: 'Site__c',
      cloneSourceId: id,
      fields: { Name: { value: 'Source' } },
    });
  });

  it('template: answers only the fields that are asked for', async () => {
    const { record } = await ui.get(
      '/record-defaults/template/create/Account?optionalFields=Account.OwnerId',
    );
    expect(Object.keys((record as { fields: object }).fields)).toEqual(['OwnerId']);
    const empty = await ui.get('/record-defaults/template/create/Account');
    expect(empty['record']).toMatchObject({ apiName: 'Account', fields: {} });
  });

  it('refuses objects of which the user may create no records', async () => {
    expect(await ui.callAsUser('GET', '/record-defaults/create/Profile')).toMatchObject({
      status: 403,
      body: [{ errorCode: 'INSUFFICIENT_ACCESS' }],
    });
  });
});
