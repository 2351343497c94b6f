import { temporaryFolder } from '../testing/run-folder';
import { ProcedureOrg, type Fields } from './testing/procedure-org';
import regions from './lead-regions.json';

const ACCOUNT_ALERT = 'There is an account like this one. Use it, or save anyway when it is another company.';
const CONTACT_REFUSAL =
  'This account already has a contact with this e-mail address. Change that contact instead.';
const LEAD_ALERT = 'There is a lead like this one. Use it, or save anyway when it is another person.';
const ALLOW_SAVE = { headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } };

const KNOWN: Fields = { Name: 'Harrow Mill Bakeries Inc.', BillingCity: 'Boston', BillingState: 'MA' };
const NEAR: Fields = { Name: 'Harrow Mill Bakeries', BillingCity: 'Boston', BillingState: 'ma' };

const folder = temporaryFolder();
let hub: ProcedureOrg;
let account: string;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  account = await hub.create('rep', 'Account', KNOWN);
}, 300_000);

describe('a near-duplicate account', () => {
  it('is answered with the account there is', async () => {
    const { accessToken = '' } = await hub.as('otherRep');
    const response = await hub.org.fetch('/services/data/v67.0/sobjects/Account', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: JSON.stringify(NEAR),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([
      {
        errorCode: 'DUPLICATES_DETECTED',
        message: ACCOUNT_ALERT,
        duplicateResult: {
          allowSave: true,
          matchResults: [{ size: 1, matchRecords: [{ record: { Id: account } }] }],
        },
      },
    ]);
  });

  it('is saved when the rep insists, and reported', async () => {
    const rep = await hub.as('otherRep');
    const { id } = await rep.sobject('Account').create(NEAR, ALLOW_SAVE);
    const rows = await hub.query<{ RecordId: string }>(
      "SELECT RecordId FROM DuplicateRecordItem WHERE DuplicateRecordSet.DuplicateRule.SobjectType = 'Account'",
    );
    expect(rows.map(({ RecordId }) => RecordId).sort()).toEqual([account, id].sort());
  });

  it('is warned of when an edit makes it one', async () => {
    const other = await hub.create('rep', 'Account', { ...KNOWN, BillingCity: 'Austin', BillingState: 'TX' });
    const address = { BillingCity: KNOWN['BillingCity'], BillingState: KNOWN['BillingState'] };
    expect(await hub.change('rep', 'Account', other, address)).toEqual([ACCOUNT_ALERT]);
    expect(await hub.change('rep', 'Account', other, { Phone: '5125550100' })).toEqual([]);
  });

  it('of a load or an integration is not held up', async () => {
    expect(await hub.tryCreate('integration', 'Account', NEAR)).toEqual([]);
  });
});

describe('contacts and leads', () => {
  const contact = (accountId: string): Fields => ({
    LastName: 'Harrow',
    Email: 'office@harrow-mill.example',
    AccountId: accountId,
  });

  it('an account has an e-mail address once; other accounts may share it', async () => {
    await hub.create('rep', 'Contact', { ...contact(account), FirstName: 'Ida' });
    const second = { ...contact(account), FirstName: 'Noah', LastName: 'Quill' };
    expect(await hub.tryCreate('rep', 'Contact', second)).toEqual([CONTACT_REFUSAL]);
    const rep = await hub.as('rep');
    const insisting = rep.sobject('Contact').create(second, ALLOW_SAVE);
    await expect(insisting).rejects.toMatchObject({ errorCode: 'DUPLICATES_DETECTED' });
    const other = await hub.create('rep', 'Account', { Name: 'Quill Stationers' });
    expect(await hub.tryCreate('rep', 'Contact', { ...second, AccountId: other })).toEqual([]);
  });

  it('a lead with the name and the address of another is warned of', async () => {
    const lead = { FirstName: 'Robert', LastName: 'Smith', Company: 'Smith Ltd', Email: 'bob@smith.example' };
    await hub.create('rep', 'Lead', lead);
    expect(await hub.tryCreate('rep', 'Lead', { ...lead, FirstName: 'Bob', Company: 'Smyth' })).toEqual([
      LEAD_ALERT,
    ]);
  });
});

describe('the assignment of leads', () => {
  const ownerOf = async (id: string): Promise<unknown> => {
    const [row] = await hub.query<{ Owner: { Name: string } }>(
      `SELECT Owner.Name FROM Lead WHERE Id = '${id}'`,
    );
    return row?.Owner.Name;
  };

  it.each(regions)('$State of $Country: $owner', async ({ owner, ...address }) => {
    const id = await hub.create('rep', 'Lead', {
      LastName: `Of ${owner}`,
      Company: `${address.State} ${address.Country}`,
      ...address,
    });
    expect(await ownerOf(id)).toBe(owner);
  });

  it('is done once: a rep who takes a lead keeps it', async () => {
    const id = await hub.create('rep', 'Lead', {
      LastName: 'Taken',
      Company: 'Taken Ltd',
      Country: 'US',
      State: 'IL',
    });
    await hub.advance({ hours: 1 });
    const OwnerId = await hub.idOf('rep');
    expect(await hub.change('rep', 'Lead', id, { OwnerId })).toEqual([]);
    expect(await hub.change('rep', 'Lead', id, { Title: 'Buyer' })).toEqual([]);
    expect(await ownerOf(id)).toBe('Amara Okafor');
  });
});
