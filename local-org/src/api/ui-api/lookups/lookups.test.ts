import { UiOrg } from '../testing/ui-org';

describe('lookups', () => {
  let ui: UiOrg;
  let acme: string;
  let zenith: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    acme = await ui.api.create('Account', { Name: 'Acme Berlin', Phone: '123', Type: 'Prospect' });
    zenith = await ui.api.create('Account', { Name: 'Zenith Acme' });
    await ui.api.create('Account', { Name: 'Other', Description: 'once called acme' });
    await ui.api.create('Contact', { LastName: 'Ray', AccountId: acme });
    await ui.api.create('Contact', { LastName: 'Roe', AccountId: zenith });
  });
  afterAll(() => ui.stop());

  const namesOf = (page: unknown): unknown[] =>
    (page as { records: { fields: Record<string, { value: unknown }> }[] }).records.map(
      ({ fields }) => fields['Name']?.value,
    );

  it.each([
    ['searchType=TypeAhead&q=acm', ['Acme Berlin', 'Zenith Acme']],
    ['searchType=TypeAhead&q=erlin', []],
    ['searchType=Search&q=acm', ['Acme Berlin', 'Other', 'Zenith Acme']],
    ['searchType=Search&q=acm&pageSize=1&page=2', ['Other']],
    ['searchType=Search&q=a', []],
    ['searchType=Recent', []],
  ])('finds by %s', async (parameters, names) => {
    expect(namesOf(await ui.get(`/lookups/Site__c/Account__c/Account?${parameters}`))).toEqual(names);
  });

  it('recent: answers what the user viewed', async () => {
    await ui.get(`/records/${zenith}?fields=Account.Name&updateMru=true`);
    expect(namesOf(await ui.get('/lookups/Site__c/Account__c/Account'))).toEqual(['Zenith Acme']);
  });

  it('shows the name with a second field, by object', async () => {
    const body = await ui.get('/lookups/Site__c/Account__c?searchType=TypeAhead&q=acme');
    expect(body).toMatchObject({
      lookupResults: {
        Account: { records: [{ fields: { Name: {}, Type: { displayValue: 'Prospect' } } }, {}] },
      },
      metadata: { Account: { secondaryField: 'Type', fieldApiName: 'Account__c' } },
    });
    expect(await ui.get('/lookups/metadata/Site__c/Account__c')).toMatchObject({
      targetInfo: { Account: { suggestionsInfo: { displayLayout: { displayFields: ['Name', 'Type'] } } } },
    });
  });

  it('applies a filter that depends on the edited record', async () => {
    const path = '/lookups/Site__c/Contact__c';
    const get = await ui.get(
      `${path}/Contact?searchType=TypeAhead&q=r&dependentFieldBindings=Account__c=${acme}`,
    );
    expect(namesOf(get)).toEqual(['Ray']);
    const { body } = await ui.call('POST', `${path}?searchType=TypeAhead&q=r`, {
      sourceRecord: { fields: { Id: null, Account__c: zenith } },
      orderBy: [{ fieldApiName: 'Name', isAscending: true }],
    });
    expect(namesOf((body as { lookupResults: { Contact: unknown } }).lookupResults.Contact)).toEqual(['Roe']);
  });

  it.each([
    ['/lookups/Site__c/Budget__c', 'INVALID_FIELD'],
    ['/lookups/Site__c/Account__c/Contact', 'INVALID_PARAMETER_VALUE'],
    ['/lookups/Site__c/Account__c?searchType=Guess', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ])('refuses %s', async (path, errorCode) => {
    expect(await ui.call('GET', path)).toMatchObject({ status: 400, body: [{ errorCode }] });
  });
});
