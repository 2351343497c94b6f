import { UiOrg } from '../testing/ui-org';

describe('object infos', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
  });
  afterAll(() => ui.stop());

  it('describes an object with its record types, dependent fields and children', async () => {
    const depot = await ui.recordTypeId('Depot');
    expect(await ui.get('/object-info/site__c')).toMatchObject({
      apiName: 'Site__c',
      eTag: expect.any(String),
      defaultRecordTypeId: '012000000000000AAA',
      dependentFields: { Region__c: { City__c: {} } },
      nameFields: ['Name'],
      recordTypeInfos: {
        [depot]: { available: true, master: false, name: 'Depot', recordTypeId: depot },
        '012000000000000AAA': { master: true, name: 'Master' },
      },
      themeInfo: { iconUrl: expect.stringMatching(/\/img\/icon\/t4v35\/custom\/custom67_120\.png$/) },
      updateable: true,
    });
    expect((await ui.get('/object-info/Account'))['childRelationships']).toContainEqual({
      childObjectApiName: 'Site__c',
      fieldName: 'Account__c',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'Sites__r',
    });
  });

  it.each([
    [
      'Site__c',
      'Budget__c',
      { dataType: 'Currency', precision: 18, scale: 2, required: false, custom: true },
    ],
    ['Site__c', 'City__c', { controllerName: 'Region__c', controllingFields: ['Region__c'] }],
    ['Site__c', 'Twice__c', { calculated: true, createable: false, updateable: false }],
    [
      'Site__c',
      'Contact__c',
      {
        reference: true,
        relationshipName: 'Contact__r',
        referenceToInfos: [{ apiName: 'Contact', nameFields: ['FirstName', 'LastName', 'Name'] }],
        filteredLookupInfo: { controllingFields: ['Account__c'], dependent: true, optionalFilter: false },
      },
    ],
    ['Account', 'BillingCity', { compoundComponentName: 'City', compoundFieldName: 'BillingAddress' }],
    ['Account', 'BillingAddress', { compound: true, dataType: 'Address' }],
    ['Contact', 'Name', { compound: true, extraTypeInfo: 'PersonName', nameField: true }],
    ['Account', 'Id', { dataType: 'String', required: true }],
  ])('describes %s.%s', async (object, field, expected) => {
    const info = await ui.get(`/object-info/${object}`);
    expect((info['fields'] as Record<string, unknown>)[field]).toMatchObject(expected);
  });

  it('leaves out fields that the user may not read, and refuses objects', async () => {
    const { body } = await ui.callAsUser('GET', '/object-info/Site__c');
    expect(Object.keys((body as { fields: object }).fields)).toContain('Budget__c');
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Secret__c');
    const batch = await ui.call('GET', '/object-info/batch/Account,Nothing__c');
    expect(batch.body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { apiName: 'Account' } },
        { statusCode: 400, result: [{ errorCode: 'INVALID_TYPE' }] },
      ],
    });
  });

  it('lists the objects that have pages', async () => {
    const { objects } = (await ui.get('/object-info')) as unknown as { objects: Record<string, unknown> };
    expect(objects['Site__c']).toMatchObject({ label: 'Site', keyPrefix: expect.stringMatching(/^a/) });
    expect(objects).not.toHaveProperty('CronTrigger');
  });
});

describe('picklist values', () => {
  let ui: UiOrg;
  const master = '012000000000000AAA';
  beforeAll(async () => {
    ui = await UiOrg.start();
  });
  afterAll(() => ui.stop());

  it('names the controlling values under which each may be chosen', async () => {
    expect(await ui.get(`/object-info/Site__c/picklist-values/${master}/City__c`)).toMatchObject({
      controllerValues: { Europe: 0, Asia: 1 },
      defaultValue: null,
      url: `/services/data/v67.0/ui-api/object-info/Site__c/picklist-values/${master}/City__c`,
      values: [
        { attributes: null, label: 'Paris label', validFor: [0], value: 'Paris' },
        { validFor: [0, 1], value: 'Istanbul' },
      ],
    });
  });

  it('answers the values and the default of a record type', async () => {
    const depot = await ui.recordTypeId('Depot');
    const { picklistFieldValues } = (await ui.get(
      `/object-info/Site__c/picklist-values/${depot}`,
    )) as unknown as { picklistFieldValues: Record<string, unknown> };
    expect(picklistFieldValues['Region__c']).toMatchObject({
      defaultValue: { value: 'Asia' },
      values: [{ value: 'Asia' }],
    });
    expect(Object.keys(picklistFieldValues)).toEqual(['City__c', 'Region__c']);
  });

  it('says what stages mean', async () => {
    const { values } = (await ui.get(
      `/object-info/Opportunity/picklist-values/${master}/StageName`,
    )) as unknown as { values: unknown[] };
    expect(values).toContainEqual({
      attributes: {
        closed: true,
        defaultProbability: 100,
        forecastCategoryName: 'Closed',
        picklistAtrributesValueType: 'OpportunityStage',
        won: true,
      },
      label: 'Closed Won',
      validFor: [],
      value: 'Closed Won',
    });
  });

  it.each([
    [`Site__c/picklist-values/${master}/Budget__c`, 'INVALID_FIELD'],
    ['Site__c/picklist-values/012000000000999AAA', 'INVALID_ID_FIELD'],
  ])('refuses %s', async (path, errorCode) => {
    expect(await ui.call('GET', `/object-info/${path}`)).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    });
  });
});
