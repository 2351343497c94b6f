import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import { ofProcedure, ProcedureOrg, type Fields } from './testing/procedure-org';

const DEALS = 1_000;
const LEADS = 100;
/** Gate items of a new deal, and tasks among them. */
const ITEMS_PER_DEAL = 2;

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
let owner: string;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
  owner = await hub.idOf('rep');
  await endCutover();
}, 300_000);

/** Takes the bypass permission from the integration, as after the cutover. */
async function endCutover(): Promise<void> {
  const assignments = await hub.query<{ Id: string }>(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${await hub.idOf('integration')}'
     AND PermissionSetGroup.DeveloperName = 'Opportunity_Hub_Cutover'`,
  );
  const ids = assignments.map(({ Id }) => Id);
  const answers = await hub.administrator().sobject('PermissionSetAssignment').destroy(ids);
  expect(answers).toMatchObject([{ success: true }]);
}

const count = async (soql: string): Promise<number> => (await hub.query(soql)).length;

describe('1,000 opportunities by Bulk API 2.0, with all automation', () => {
  let since: number;
  beforeAll(async () => {
    since = await hub.lastMessage();
    const connection = await hub.as('integration');
    connection.bulk2.pollInterval = 100;
    const input = Array.from({ length: DEALS }, (_, index) =>
      deals.fields({ Name: `Bulk ${index}`, OwnerId: owner, Amount: 1_000 + index }),
    );
    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Opportunity',
      operation: 'insert',
      input: input as Record<string, string>[],
    });
    expect([results.successfulResults.length, results.failedResults.length]).toEqual([DEALS, 0]);
  }, 120_000);

  it('loses nothing: every deal has its items and its task', async () => {
    expect(await count("SELECT Id FROM Opportunity WHERE Name LIKE 'Bulk %'")).toBe(DEALS);
    const items = "FROM Stage_Gate_Item__c WHERE Opportunity__r.Name LIKE 'Bulk %'";
    expect(await count(`SELECT Id ${items}`)).toBe(DEALS * ITEMS_PER_DEAL);
    expect(await count("SELECT Id FROM Task WHERE What.Name LIKE 'Bulk %'")).toBe(DEALS);
    expect(await count("SELECT Id FROM Opportunity WHERE Name LIKE 'Bulk %' AND Probability != 10")).toBe(0);
  });

  it('sends nothing at once, and one digest to the owner the next day', async () => {
    expect(await hub.messages(since)).toEqual([]);
    await hub.advance({ days: 1 });
    const messages = ofProcedure(await hub.messages(since));
    const recipients = messages.flatMap((message) => message.recipients);
    expect(new Set(messages.map(({ subject }) => subject))).toEqual(new Set(['Your opportunities today']));
    expect(recipients.length).toBe(new Set(recipients).size);
    const [digest] = messages.filter(({ body }) => body.includes('Amara Okafor'));
    const [, added = ''] = /Since yesterday: ([\d,]+) added/.exec(digest?.body ?? '') ?? [];
    // The deals of the migration were added on the same day.
    expect(Number(added.replace(',', ''))).toBeGreaterThanOrEqual(DEALS);
  }, 60_000);
});

describe('100 qualified leads', () => {
  let since: number;
  let leads: readonly string[];
  beforeAll(async () => {
    since = await hub.lastMessage();
    const closeDate = await hub.day(90);
    leads = await hub.insert(
      'integration',
      'Lead',
      Array.from({ length: LEADS }, (_, index) => lead(index, closeDate)),
    );
  }, 60_000);

  const lead = (index: number, closeDate: string): Fields => ({
    LastName: `Prospect ${index}`,
    Company: `Company ${index}`,
    Email: `prospect${index}@example.com`,
    Status: 'Qualified',
    OwnerId: owner,
    Expected_Amount__c: 5_000 + index,
    Expected_Close_Date__c: closeDate,
  });

  const openTasks = (): Promise<number> =>
    count("SELECT Id FROM Task WHERE Gate_Item_Key__c LIKE 'CONVERT-%' AND IsClosed = false");

  it('leave nobody a task, and no storm of notifications', async () => {
    expect(await openTasks()).toBe(0);
    expect(await hub.messages(since)).toEqual([]);
  });

  it('are refused while they are not complete', async () => {
    const refused = await hub.tryCreate('rep', 'Lead', {
      LastName: 'Nobody',
      Company: 'Nowhere',
      Email: 'nobody@example.com',
      Status: 'Qualified',
    });
    expect(refused).toEqual([
      'A qualified lead has an expected amount, an expected close date and an e-mail address or phone number. Fill them in first.',
    ]);
  });

  it('become accounts, contacts and opportunities: no orphan, no duplicate', async () => {
    const rows = await hub.query<
      Record<'ConvertedAccountId' | 'ConvertedContactId' | 'ConvertedOpportunityId', string>
    >(
      `SELECT ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId FROM Lead
       WHERE IsConverted = true AND Company LIKE 'Company %'`,
    );
    for (const field of ['ConvertedAccountId', 'ConvertedContactId', 'ConvertedOpportunityId'] as const) {
      const ids = rows.map((row) => row[field]).filter((id) => id !== null);
      expect([field, ids.length, new Set(ids).size]).toEqual([field, LEADS, LEADS]);
    }
    expect(await count("SELECT Id FROM Account WHERE Name LIKE 'Company %'")).toBe(LEADS);
  }, 60_000);

  it('bring amount and close date along, and open the first gate', async () => {
    const rows = await hub.query<{ Amount: number; CloseDate: string; StageName: string }>(
      "SELECT Amount, CloseDate, StageName FROM Opportunity WHERE Account.Name LIKE 'Company %' ORDER BY Amount",
    );
    const closeDate = await hub.day(90);
    const expected = leads.map((_, index) => [5_000 + index, closeDate, 'Qualification']);
    expect(rows.map(({ Amount, CloseDate, StageName }) => [Amount, CloseDate, StageName])).toEqual(expected);
    const items = "SELECT Id FROM Stage_Gate_Item__c WHERE Opportunity__r.Account.Name LIKE 'Company %'";
    expect(await count(items)).toBe(LEADS * ITEMS_PER_DEAL);
  });
});
