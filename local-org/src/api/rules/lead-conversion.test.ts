import { RunningApi } from '../testing/running-api';
import { SoapClient } from '../soap/testing/soap-client';
import { elementOf, textOf, type SoapElement } from '../soap/soap-envelope';

const STATUS = 'Closed - Converted';
const MANY = 1000;

describe('convertLead', () => {
  let api: RunningApi;
  let soap: SoapClient;
  beforeAll(async () => {
    api = await RunningApi.start();
    soap = new SoapClient(api);
  });
  afterAll(() => api.stop());

  const lead = (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    api.create('Lead', {
      ...{ FirstName: 'Ann', LastName: 'Lee', Company: 'Lee Ltd', Email: 'ann@example.com', Phone: '1' },
      ...{
        LeadSource: 'Web',
        Street: '1 Main St',
        City: 'Boston',
        Fax: '2',
        Rating: 'Hot',
        Salutation: 'Ms.',
      },
      ...more,
    });
  const convert = (parts: Readonly<Record<string, string>>): Promise<SoapElement> =>
    soap.result(
      'convertLead',
      `<leadConverts>${Object.entries({ convertedStatus: STATUS, ...parts })
        .map(([name, value]) => `<${name}>${value}</${name}>`)
        .join('')}</leadConverts>`,
    );
  const read = async (soql: string): Promise<Readonly<Record<string, unknown>>> =>
    (await api.query(soql)).records[0] ?? {};
  const errorOf = (result: SoapElement): string =>
    textOf(elementOf(result['errors'])['statusCode']) ?? 'none';

  it('SO-06 copies the fields, adds the primary contact role and closes the lead', async () => {
    const leadId = await lead();
    const result = await convert({ leadId });
    expect(result['success']).toBe('true');
    const ids = ['accountId', 'contactId', 'opportunityId'].map((name) => String(textOf(result[name])));
    const [accountId = '', contactId = '', opportunityId = ''] = ids;
    const account = await read(
      `SELECT Name, Phone, Fax, Rating, BillingCity, BillingStreet, AccountSource FROM Account WHERE Id = '${accountId}'`,
    );
    expect(account).toMatchObject({
      Name: 'Lee Ltd',
      Phone: '1',
      Fax: '2',
      Rating: 'Hot',
      BillingCity: 'Boston',
      BillingStreet: '1 Main St',
    });
    const contact = await read(
      `SELECT AccountId, Name, Salutation, Email, MailingCity, LeadSource FROM Contact WHERE Id = '${contactId}'`,
    );
    expect(contact).toMatchObject({
      AccountId: accountId,
      Salutation: 'Ms.',
      Email: 'ann@example.com',
      MailingCity: 'Boston',
      LeadSource: 'Web',
    });
    const opportunity = await read(
      `SELECT Name, AccountId, LeadSource, CloseDate, StageName FROM Opportunity WHERE Id = '${opportunityId}'`,
    );
    expect(opportunity).toMatchObject({
      Name: 'Lee Ltd',
      AccountId: accountId,
      LeadSource: 'Web',
      CloseDate: '2026-03-31',
    });
    const role = await read(
      `SELECT ContactId, IsPrimary FROM OpportunityContactRole WHERE OpportunityId = '${opportunityId}'`,
    );
    expect(role).toMatchObject({ ContactId: contactId, IsPrimary: true });
    const converted = await read(
      `SELECT IsConverted, Status, ConvertedDate, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId FROM Lead WHERE Id = '${leadId}'`,
    );
    expect(converted).toMatchObject({
      ...{ IsConverted: true, Status: STATUS, ConvertedDate: '2026-01-15', ConvertedAccountId: accountId },
      ...{ ConvertedContactId: contactId, ConvertedOpportunityId: opportunityId },
    });
  });

  it('a converted lead is read-only and cannot be converted again', async () => {
    const leadId = await lead();
    await convert({ leadId });
    expect(errorOf(await convert({ leadId }))).toBe('CANNOT_UPDATE_CONVERTED_LEAD');
    const { body } = await api.call('PATCH', `/sobjects/Lead/${leadId}`, { Title: 'x' });
    expect(body).toMatchObject([{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }]);
  });

  it('existing account and contact: only blanks are filled, the lead source when told', async () => {
    const accountId = await api.create('Account', { Name: 'Old', Phone: '9' });
    const contactId = await api.create('Contact', {
      LastName: 'Old',
      AccountId: accountId,
      LeadSource: 'Other',
    });
    const leadId = await lead();
    await convert({
      leadId,
      accountId,
      contactId,
      doNotCreateOpportunity: 'true',
      overwriteLeadSource: 'true',
    });
    expect(await read(`SELECT Name, Phone, Fax FROM Account WHERE Id = '${accountId}'`)).toMatchObject({
      Name: 'Old',
      Phone: '9',
      Fax: '2',
    });
    expect(
      await read(`SELECT LastName, LeadSource, Email FROM Contact WHERE Id = '${contactId}'`),
    ).toMatchObject({
      LastName: 'Old',
      LeadSource: 'Web',
      Email: 'ann@example.com',
    });
    expect((await api.query(`SELECT Id FROM Opportunity WHERE AccountId = '${accountId}'`)).totalSize).toBe(
      0,
    );
  });

  it('activities and campaign members follow', async () => {
    const leadId = await lead();
    const taskId = await api.create('Task', { Subject: 'Call', WhoId: leadId });
    const campaignId = await api.create('Campaign', { Name: 'Fair' });
    const memberId = await api.create('CampaignMember', { CampaignId: campaignId, LeadId: leadId });
    const result = await convert({ leadId, opportunityName: 'Big' });
    const contactId = textOf(result['contactId']);
    expect(await read(`SELECT WhoId, WhatId FROM Task WHERE Id = '${taskId}'`)).toMatchObject({
      WhoId: contactId,
      WhatId: textOf(result['opportunityId']),
    });
    expect(await read(`SELECT ContactId, LeadId FROM CampaignMember WHERE Id = '${memberId}'`)).toMatchObject(
      { ContactId: contactId, LeadId: leadId },
    );
  });

  it.each([
    ['no lead', { leadId: '' }, 'REQUIRED_FIELD_MISSING'],
    ['an unknown lead', { leadId: '00Q0000000000ZZ' }, 'INVALID_CROSS_REFERENCE_KEY'],
    ['no status', { convertedStatus: '' }, 'REQUIRED_FIELD_MISSING'],
    ['a status that is not converted', { convertedStatus: 'Open - Not Contacted' }, 'INVALID_STATUS'],
    ['a contact without its account', { contactId: '0030000000000ZZ' }, 'REQUIRED_FIELD_MISSING'],
  ])('SO-08 refuses %s', async (_title, parts, code) => {
    expect(errorOf(await convert({ leadId: await lead(), ...parts }))).toBe(code);
  });

  it.each([
    ['bypassAccountDedupeCheck', 'true'],
    ['relatedPersonAccountId', '0010000000000ZZ'],
  ])('refuses %s by name', async (element, value) => {
    const leadId = await lead();
    await expect(convert({ leadId, [element]: value })).rejects.toThrow(`convertLead with ${element}`);
    expect((await convert({ leadId, [element]: 'false' }))['success']).toBe('true');
  });

  it('SO-07 a validation rule on what is created undoes the conversion', async () => {
    await api.deploy({
      'package.xml':
        '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Account.No_Ban</members><name>ValidationRule</name></types><version>67.0</version></Package>',
      'objects/Account.object':
        '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><validationRules><fullName>No_Ban</fullName><active>true</active><errorConditionFormula>Name = "Banned"</errorConditionFormula><errorMessage>Banned</errorMessage></validationRules></CustomObject>',
    });
    const [bad, good] = [await lead({ Company: 'Banned' }), await lead({ Company: 'Fine' })];
    const admin = api.org.users.findByUsername('admin@local.org');
    if (!admin) throw new Error('no administrator');
    const context = { user: admin, mode: 'user', apiVersion: 67 } as const;
    const results = api.org.convertLeads(
      [bad, good].map((leadId) => ({ leadId, convertedStatus: STATUS })),
      context,
    );
    expect(results).toMatchObject([
      {
        success: false,
        contactId: null,
        errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Banned' }],
      },
      { success: true },
    ]);
    expect((await api.query("SELECT Id FROM Account WHERE Name = 'Banned'")).totalSize).toBe(0);
  });

  it(`${MANY} leads: no orphan, no duplicate`, async () => {
    const user = api.org.users.findByUsername('admin@local.org');
    if (!user) throw new Error('no administrator');
    const context = { user, mode: 'user', apiVersion: 67 } as const;
    const leads = Array.from({ length: MANY }, (_, i) => ({
      LastName: `Many ${i}`,
      Company: `Company ${i}`,
    }));
    const ids = api.org.dml.insert('Lead', leads, { context, allOrNone: true }).map(({ id }) => id ?? '');
    const conversions = ids.map((leadId) => ({ leadId, convertedStatus: STATUS }));
    const results = api.org.convertLeads(conversions, context);
    expect(results.every(({ success }) => success)).toBe(true);
    const count = async (soql: string): Promise<number> => (await api.query(soql)).totalSize;
    for (const [object, field] of [
      ['Account', 'accountId'],
      ['Contact', 'contactId'],
      ['Opportunity', 'opportunityId'],
    ] as const) {
      expect(new Set(results.map((result) => result[field])).size).toBe(MANY);
      expect(
        await count(
          `SELECT COUNT() FROM ${object} WHERE ${object === 'Contact' ? 'LastName' : 'Name'} LIKE '${object === 'Contact' ? 'Many' : 'Company'} %'`,
        ),
      ).toBe(MANY);
    }
    expect(await count("SELECT COUNT() FROM Contact WHERE LastName LIKE 'Many %' AND AccountId = null")).toBe(
      0,
    );
    expect(
      await count(
        "SELECT COUNT() FROM OpportunityContactRole WHERE Contact.LastName LIKE 'Many %' AND IsPrimary = true",
      ),
    ).toBe(MANY);
    expect(await count("SELECT COUNT() FROM Lead WHERE LastName LIKE 'Many %' AND IsConverted = false")).toBe(
      0,
    );
    expect(
      await count("SELECT COUNT() FROM OpportunityHistory WHERE Opportunity.Name LIKE 'Company %'"),
    ).toBe(MANY);
  }, 30_000);
});
