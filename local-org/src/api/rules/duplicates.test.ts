import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApprovalOrg, type ApprovalFixture } from '../approvals/testing/approval-org';

type DuplicateCase = readonly [
  object: string,
  stored: Readonly<Record<string, unknown>>,
  saved: Readonly<Record<string, unknown>>,
  isDuplicate: boolean,
];

interface Fixture extends Omit<ApprovalFixture, 'cases'> {
  readonly cases: readonly DuplicateCase[];
}

const FILE = join(__dirname, '../../../conformance/rules/duplicates-and-assignment.json');
const fixture = JSON.parse(readFileSync(FILE, 'utf8')) as Fixture;
const ALLOW_SAVE = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };

describe('duplicate and assignment rules over REST', () => {
  let org: ApprovalOrg;
  beforeAll(async () => {
    org = await ApprovalOrg.start({ ...fixture, cases: [] });
  });
  afterAll(() => org.stop());

  it.each(fixture.cases)('%s %j and %j are duplicates: %s', async (object, stored, saved, isDuplicate) => {
    const id = await org.api.create(object, stored);
    const { status, body } = await org.api.call('POST', `/sobjects/${object}`, saved);
    if (!isDuplicate) {
      expect(status).toBe(201);
      return;
    }
    expect(status).toBe(400);
    expect(body).toMatchObject([
      {
        errorCode: 'DUPLICATES_DETECTED',
        duplicateResult: { matchResults: [{ size: 1, matchRecords: [{ record: { Id: id } }] }] },
      },
    ]);
  });

  it('the answer names the rule, and shows no fields', async () => {
    await org.api.create('Account', { Name: 'Known', Phone: '1234567890' });
    const { body } = await org.api.call('POST', '/sobjects/Account', { Name: 'Known', Phone: '1234567890' });
    const [entry] = body as Record<string, unknown>[];
    expect(Object.keys(entry ?? {})).toEqual(['duplicateResult', 'errorCode', 'message']);
    expect(entry).toMatchObject({
      message: 'Use one of these records?',
      duplicateResult: {
        allowSave: true,
        duplicateRule: 'Alert',
        duplicateRuleEntityType: 'Account',
        matchResults: [
          {
            entityType: 'Account',
            matchEngine: 'FuzzyMatchEngine',
            rule: 'Standard_Account_Match_Rule_v1_0',
            matchRecords: [{ matchConfidence: 100 }],
          },
        ],
      },
    });
  });

  it('allowSave saves past an alert, and reports; a block stays', async () => {
    await org.api.create('Account', { Name: 'Again', Phone: '2223334444' });
    const saved = { Name: 'Again', Phone: '2223334444' };
    const { status } = await org.api.call('POST', '/sobjects/Account', saved, ALLOW_SAVE);
    expect(status).toBe(201);
    const { records } = await org.api.query(
      "SELECT Id FROM DuplicateRecordItem WHERE Record.Name = 'Again' AND DuplicateRecordSet.DuplicateRule.DeveloperName = 'Alert'",
    );
    expect(records).toHaveLength(2);
    await org.api.create('Lead', { LastName: 'B', Company: 'B', Email: 'b@example.com' });
    const lead = { LastName: 'C', Company: 'C', Email: 'b@example.com' };
    const blocked = await org.api.call('POST', '/sobjects/Lead', lead, ALLOW_SAVE);
    expect(blocked.body).toMatchObject([
      { errorCode: 'DUPLICATES_DETECTED', message: 'This lead is known.' },
    ]);
  });

  it('DU-01 a rule that only reports never fails; the set grows', async () => {
    const contact = { FirstName: 'Bob', LastName: 'Smith', Email: 'bob@example.com' };
    for (const FirstName of ['Bob', 'Robert', 'B'])
      await org.api.create('Contact', { ...contact, FirstName });
    const { records } = await org.api.query(
      "SELECT RecordCount FROM DuplicateRecordSet WHERE DuplicateRule.DeveloperName = 'Report'",
    );
    expect(records.map(({ RecordCount }) => RecordCount)).toEqual([3]);
  });

  it('an update is looked at only when a compared field changes', async () => {
    const id = await org.api.create('Lead', { LastName: 'D', Company: 'D', Email: 'd@example.com' });
    const other = await org.api.create('Lead', { LastName: 'E', Company: 'E', Email: 'e@example.com' });
    const patch = (values: unknown): Promise<{ status: number }> =>
      org.api.call('PATCH', `/sobjects/Lead/${id}`, values);
    expect((await patch({ Title: 'New' })).status).toBe(204);
    expect((await patch({ Email: 'e@example.com' })).status).toBe(400);
    expect(other).not.toBe(id);
  });

  it('records of one request are not compared with each other', async () => {
    const records = [1, 2].map((n) => ({
      attributes: { type: 'Lead' },
      LastName: `F${n}`,
      Company: 'F',
      Email: 'f@example.com',
    }));
    const { body } = await org.api.call('POST', '/composite/sobjects', { records });
    expect(body).toMatchObject([{ success: true }, { success: true }]);
  });

  it.each([
    ['the first entry that fits', { LeadSource: 'Web', State: 'CA' }, undefined, 'peer'],
    ['a later entry, by formula, to a queue', { State: 'CA' }, undefined, 'Lead Desk'],
    ['no entry: the owner stays', { State: 'NY' }, undefined, 'admin'],
    ['Sforce-Auto-Assign: FALSE', { LeadSource: 'Web' }, 'FALSE', 'admin'],
  ])('assignment: %s', async (title, values, header, owner) => {
    const lead = { LastName: title, Company: 'Assigned', ...values };
    const headers = header === undefined ? {} : { 'Sforce-Auto-Assign': header };
    const { body } = await org.api.call('POST', '/sobjects/Lead', lead, headers);
    const { id } = body as { id: string };
    const { records } = await org.api.query(`SELECT Owner.Name, Owner.Username FROM Lead WHERE Id = '${id}'`);
    const found = records[0]?.['Owner'] as { Name: string; Username: string | null };
    const name = found.Username?.startsWith('admin@') ? 'admin' : found.Name;
    expect(name).toBe(owner);
  });

  it('assignment: the template of the entry goes to the new owner, or to the members of the queue', async () => {
    const peer = await org.api.query("SELECT Id FROM User WHERE Username = 'peer@example.com'");
    for (const values of [{ LeadSource: 'Web' }, { State: 'CA' }]) {
      const id = await org.api.create('Lead', { LastName: 'Mailed', Company: 'Mailed Ltd', ...values });
      expect(org.api.org.outbox.list({ relatedRecordId: id })).toMatchObject([
        { recipients: [peer.records[0]?.['Id']], subject: 'New lead: Mailed', body: 'Mailed Ltd is yours.' },
      ]);
    }
    const kept = await org.api.create('Lead', { LastName: 'Kept', Company: 'Kept', State: 'NY' });
    expect(org.api.org.outbox.list({ relatedRecordId: kept })).toEqual([]);
  });

  it.each(fixture.refused.map((each) => [each.title, each] as const))(
    'deploy refuses %s',
    async (_title, each) => {
      await expect(org.deploy(each.files)).rejects.toThrow(each.problem);
    },
  );
});
