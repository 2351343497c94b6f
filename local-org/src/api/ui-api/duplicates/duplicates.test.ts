import { UiOrg } from '../testing/ui-org';

describe('duplicates', () => {
  let ui: UiOrg;
  let id: string;
  const twin = { apiName: 'Site__c', fields: { Name: 'Twin', Secret__c: 'same' } };
  beforeAll(async () => {
    ui = await UiOrg.start();
    id = await ui.api.create('Site__c', twin.fields);
  });
  afterAll(() => ui.stop());

  it('configuration: names the active rules and the fields that they compare', async () => {
    expect(await ui.get('/duplicates/Site__c')).toMatchObject({
      apiName: 'Site__c',
      dedupeEnabled: true,
      dedupeFields: ['Name', 'Secret__c'],
      duplicateRules: [
        {
          name: 'Warn',
          actionOnInsert: 'Allow',
          operationsOnInsert: ['Alert', 'Report'],
          matchRules: [{ matchEngine: 'ExactMatchEngine', name: 'Same_Secret', objectApiName: 'Site__c' }],
        },
      ],
      predupeEnabled: true,
    });
    expect(await ui.get('/duplicates/Campaign')).toMatchObject({ dedupeEnabled: false, duplicateRules: [] });
  });

  it('predupe: finds matches of a record without saving it', async () => {
    expect(await ui.call('POST', '/predupe', twin)).toMatchObject({
      status: 200,
      body: {
        allowSave: true,
        duplicateError: true,
        duplicateRules: ['Warn'],
        matches: [
          {
            objectApiName: 'Site__c',
            recordIds: [id],
            duplicateResultInfos: { Warn: { matchResultInfo: { recordIds: [id], rule: 'Same_Secret' } } },
          },
        ],
      },
    });
    const other = { ...twin, fields: { Name: 'Other', Secret__c: 'same' } };
    expect((await ui.call('POST', '/predupe', other)).body).toMatchObject({
      duplicateError: false,
      matches: [],
    });
    const { totalSize } = await ui.api.query('SELECT Id FROM Site__c');
    expect(totalSize).toBe(1);
  });

  it('a save that is held up names the duplicates, and goes through when it is told to', async () => {
    const refused = await ui.call('POST', '/records', twin);
    expect(refused).toMatchObject({
      status: 400,
      body: {
        errorCode: 'DUPLICATES_DETECTED',
        output: {
          errors: [
            {
              message: 'There is one already.',
              duplicateRecordError: {
                matchResults: [
                  { apiName: 'Site__c', isAllowSave: true, matchRecordIds: [id], objectLabel: 'Site' },
                ],
              },
            },
          ],
        },
      },
    });
    const saved = await ui.call('POST', '/records', { ...twin, allowSaveOnDuplicate: true });
    expect(saved.status).toBe(201);
  });
});
