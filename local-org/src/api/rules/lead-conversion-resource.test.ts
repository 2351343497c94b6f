import { RunningApi } from '../testing/running-api';

const STATUS = 'Closed - Converted';

describe('/lead-conversion', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy({
      'package.xml': MANIFEST,
      'duplicateRules/Contact.Known.duplicateRule': KNOWN_CONTACT,
    });
  });
  afterAll(() => api.stop());

  const lead = (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    api.create('Lead', { FirstName: 'Ann', LastName: 'Lee', Company: 'Lee Ltd', ...more });

  it('GET: what would be made, and the records that are like it', async () => {
    const accountId = await api.create('Account', { Name: 'Elsewhere' });
    const known = { FirstName: 'Bo', LastName: 'Ek', Email: 'bo@example.com' };
    const contactId = await api.create('Contact', { ...known, AccountId: accountId });
    const id = await lead(known);
    const { status, body } = await api.call('GET', `/lead-conversion/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accountName: 'Lee Ltd',
      contactName: 'Bo Ek',
      opportunityName: 'Lee Ltd',
      convertedStatuses: [{ value: STATUS, label: STATUS }],
      accounts: [],
      contacts: [{ id: contactId, name: 'Bo Ek', accountId }],
    });
    const { records } = await api.query(`SELECT Id FROM Contact WHERE LastName = 'Ek'`);
    expect(records).toHaveLength(1);
  });

  it('POST: converts, past duplicates only when it is told to', async () => {
    await api.create('Contact', { FirstName: 'Cy', LastName: 'Orr', Email: 'cy@example.com' });
    const id = await lead({ FirstName: 'Cy', LastName: 'Orr', Email: 'cy@example.com' });
    const input = { convertedStatus: STATUS, doNotCreateOpportunity: true };
    const refused = await api.call('POST', `/lead-conversion/${id}`, input);
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'DUPLICATES_DETECTED' }] });
    const done = await api.call('POST', `/lead-conversion/${id}`, { ...input, allowSaveOnDuplicate: true });
    expect(done).toMatchObject({ status: 200, body: { opportunityId: null } });
    const again = await api.call('GET', `/lead-conversion/${id}`);
    expect(again.body).toMatchObject([{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }]);
  });

  it('POST: refuses a status that does not stand for a conversion', async () => {
    const id = await lead();
    const { status, body } = await api.call('POST', `/lead-conversion/${id}`, { convertedStatus: 'Open' });
    expect({ status, body }).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_STATUS' }] });
  });
});

const MANIFEST =
  '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Contact.Known</members><name>DuplicateRule</name></types><version>67.0</version></Package>';
const KNOWN_CONTACT =
  '<DuplicateRule xmlns="http://soap.sforce.com/2006/04/metadata"><actionOnInsert>Allow</actionOnInsert><actionOnUpdate>Allow</actionOnUpdate>' +
  '<alertText>This contact is known.</alertText><duplicateRuleMatchRules><matchRuleSObjectType>Contact</matchRuleSObjectType>' +
  '<matchingRule>Standard_Contact_Match_Rule_v1_1</matchingRule></duplicateRuleMatchRules><isActive>true</isActive><masterLabel>Known</masterLabel>' +
  '<operationsOnInsert>Alert</operationsOnInsert><securityOption>EnforceSharingRules</securityOption><sortOrder>1</sortOrder></DuplicateRule>';
