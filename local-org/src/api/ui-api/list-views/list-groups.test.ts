import type { Answer } from '../../testing/running-api';
import { UiOrg } from '../testing/ui-org';

describe('groups of a list', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
    const depot = await ui.recordTypeId('Depot');
    const sites = [
      { Name: 'Alpha', Budget__c: 150, Region__c: 'Asia', RecordTypeId: depot },
      { Name: 'Beta', Budget__c: 100, Region__c: 'Asia', RecordTypeId: depot },
      { Name: 'Gamma', Budget__c: 300, Region__c: null, RecordTypeId: depot },
      { Name: 'Small', Budget__c: 1, Region__c: 'Asia', RecordTypeId: depot },
    ];
    for (const site of sites) await ui.api.create('Site__c', site);
  });
  afterAll(() => ui.stop());

  const groups = (path: string): Promise<Answer> =>
    ui.api.send('GET', `/local-org/list-groups/${path}`, {
      headers: { authorization: `Bearer ${ui.api.token}` },
    });

  it('counts and sums all records of the list by the values that their record types allow', async () => {
    expect((await groups('Site__c/Big?groupBy=Region__c&sumBy=Budget__c')).body).toEqual({
      groups: [
        { value: null, label: 'None', closed: false, won: false, count: 1, sum: 300 },
        { value: 'Asia', label: 'Asia label', closed: false, won: false, count: 2, sum: 250 },
      ],
    });
  });

  it('shows values that records have though no record type in the list allows them', async () => {
    const shop = await ui.recordTypeId('Shop');
    await ui.api.create('Site__c', {
      Name: 'Paris',
      Budget__c: 500,
      Region__c: 'Europe',
      RecordTypeId: shop,
    });
    const { body } = await groups('Site__c/Big?groupBy=Region__c');
    expect(body).toMatchObject({
      groups: [{ value: null }, { value: 'Europe', count: 1, sum: null }, { value: 'Asia' }],
    });
  });

  it('filters by formula fields too', async () => {
    const { body } = await groups('Site__c/Doubled?groupBy=Region__c');
    expect(body).toMatchObject({
      groups: [
        { value: null, count: 1 },
        { value: 'Europe', count: 1 },
        { value: 'Asia', count: 0 },
      ],
    });
  });

  it('tells which stages are closed, in an empty list all that the user may choose', async () => {
    const { body } = await groups('Opportunity/AllOpportunities?groupBy=StageName&sumBy=Amount');
    const { groups: stages } = body as { groups: { value: string; closed: boolean; won: boolean }[] };
    expect(stages.length).toBeGreaterThan(5);
    expect(stages).toContainEqual({
      ...{ value: 'Closed Won', label: 'Closed Won', closed: true, won: true },
      ...{ count: 0, sum: 0 },
    });
  });

  it.each([
    ['Site__c/Big', 400, 'MISSING_ARGUMENT'],
    ['Site__c/Big?groupBy=Budget__c', 400, 'INVALID_FIELD'],
    ['Site__c/Big?groupBy=Region__c&sumBy=Name', 400, 'INVALID_FIELD'],
    ['Site__c/Big?groupBy=Nothing__c', 400, 'INVALID_FIELD'],
    ['Site__c/Nothing?groupBy=Region__c', 404, 'NOT_FOUND'],
  ])('refuses %s', async (path, status, errorCode) => {
    expect(await groups(path)).toMatchObject({ status, body: [{ errorCode }] });
  });
});
