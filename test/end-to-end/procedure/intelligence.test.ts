import { temporaryFolder } from '../testing/run-folder';
import { USERNAMES } from './testing/people';
import { ProcedureOrg, type Fields } from './testing/procedure-org';

const COMPANY = 'Brackenfell Turbines';
const RIVAL = 'Quillon Sensors';
/** Most tasks of a user and day that the routing of market opportunities gives. */
const DAILY_LIMIT = 5;
const REPORTS = 8;
const DIGEST = /^Market intelligence about your accounts and deals/;

const folder = temporaryFolder();
let hub: ProcedureOrg;
let account: string;
let deal: string;
let competingDeal: string;
let rep: string;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  rep = await hub.idOf('rep');
  account = await hub.create('rep', 'Account', { Name: `${COMPANY} Ltd`, Industry: 'Energy' });
  const other = await hub.create('rep', 'Account', { Name: 'Marrowstone Foods' });
  const rival = await hub.create('manager', 'Competitor__c', { Name: RIVAL, Status__c: 'Active' });
  const fields = { StageName: 'Qualification', CloseDate: await hub.day(60), Amount: 40_000 };
  [deal = '', competingDeal = ''] = await hub.insert('rep', 'Opportunity', [
    { ...fields, Name: 'Turbine hall', AccountId: account },
    { ...fields, Name: 'Packing line', AccountId: other, Primary_Competitor__c: rival },
  ]);
}, 300_000);

/** A report that a manager saves. */
const report = (Headline__c: string, more: Fields = {}): Promise<string> =>
  hub.create('manager', 'Market_Intelligence_Report__c', {
    Name: Headline__c.slice(0, 80),
    Headline__c,
    Kind__c: 'Market Opportunity',
    Severity__c: 'Medium',
    Source_Name__c: 'Industrial Ledger',
    ...more,
  });

const linksOf = (id: string): Promise<Fields[]> =>
  hub.query(
    `SELECT Account__c, Opportunity__c, Match_Method__c, Status__c, Reason__c, Evidence__c
     FROM Intelligence_Link__c WHERE Report__c = '${id}' ORDER BY Confidence__c DESC`,
  );

const count = async (from: string): Promise<number> => (await hub.query(`SELECT Id FROM ${from}`)).length;
const tasksOfRep = (): Promise<number> =>
  count(`Task WHERE OwnerId = '${rep}' AND Subject LIKE 'Market intelligence:%'`);
const deliveries = (where: string): Promise<number> =>
  count(`Intelligence_Delivery__c WHERE User__c = '${rep}' AND ${where}`);

describe('a report that is saved', () => {
  let named: string;

  it('is linked to the account that it names and to its open deals, with the sentence that shows it', async () => {
    named = await report('News of the week', {
      Summary__c: `Rain came. ${COMPANY} builds a hall. All is well.`,
    });
    const links = await linksOf(named);
    expect(links).toHaveLength(2);
    expect(links[0]).toMatchObject({
      Account__c: account,
      Match_Method__c: 'Name',
      Status__c: 'Confirmed',
      Evidence__c: `${COMPANY} builds a hall.`,
    });
    expect(links[1]).toMatchObject({ Opportunity__c: deal, Status__c: 'Confirmed' });
  });

  it('is linked to the deals that compete with the competitor it is about', async () => {
    const links = await linksOf(await report(`${RIVAL} cuts its prices`, { Kind__c: 'Competitor' }));
    expect(links).toEqual([
      expect.objectContaining({ Opportunity__c: competingDeal, Match_Method__c: 'Competitor' }),
    ]);
  });

  it('gives the owner of the account one task, however often it is saved', async () => {
    expect(await tasksOfRep()).toBe(1);
    await hub.change('manager', 'Market_Intelligence_Report__c', named, { Severity__c: 'High' });
    expect(await tasksOfRep()).toBe(1);
  });

  it('notifies owner and manager of what regulators do', async () => {
    const since = await hub.lastMessage();
    await report(`New limits for ${COMPANY}`, { Kind__c: 'Regulatory', Severity__c: 'High' });
    const recipients = (await hub.messages(since)).flatMap((message) => message.recipients);
    expect(recipients).toEqual(expect.arrayContaining([rep, await hub.idOf('manager')]));
  });
});

describe('the daily jobs', () => {
  it('leave what is beyond the daily limit to one digest', async () => {
    for (let number = 1; number <= REPORTS; number++)
      await report(`${COMPANY} asks for bids, part ${number}`);
    expect(await tasksOfRep()).toBeLessThanOrEqual(DAILY_LIMIT);
    const waiting = await deliveries("Status__c = 'Waiting for Digest'");
    expect(waiting).toBeGreaterThan(0);
    const since = await hub.lastMessage();
    await hub.advance({ days: 1 });
    const digests = (await hub.messages(since)).filter(({ subject }) => DIGEST.test(subject));
    const toRep = digests.filter(({ recipients }) =>
      recipients.some((recipient) => recipient === rep || recipient === USERNAMES.rep),
    );
    expect(toRep).toHaveLength(1);
    expect(await deliveries("Status__c = 'Waiting for Digest'")).toBe(0);
    expect(await deliveries("Status__c = 'Digested'")).toBeGreaterThanOrEqual(waiting);
  }, 60_000);

  it('take a snapshot of the forecast of each owner, and the same records the next day', async () => {
    const ofRep = `Submitted_By__c = '${rep}' AND External_Id__c LIKE 'SNAPSHOT:%'`;
    const snapshots = (): Promise<number> => count(`Opportunity_Forecast__c WHERE ${ofRep}`);
    const [kept] = await hub.query<{ total: number }>(
      `SELECT SUM(Amount__c) total FROM Opportunity_Forecast__c WHERE ${ofRep}`,
    );
    const first = `${(await hub.day()).slice(0, 7)}-01`;
    const deals = await hub.query<{ Amount: number; CloseDate: string }>(
      `SELECT Amount, CloseDate FROM Opportunity WHERE OwnerId = '${rep}' AND CloseDate >= ${first}`,
    );
    const until = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) + 5, 1));
    const within = deals.filter(({ CloseDate }) => CloseDate < until.toISOString().slice(0, 10));
    expect(kept?.total).toBe(within.reduce((sum, { Amount }) => sum + Amount, 0));
    const before = await snapshots();
    expect(before).toBeGreaterThan(0);
    await hub.advance({ days: 1 });
    expect(await snapshots()).toBe(before);
  }, 60_000);

  it('give the manager a task when nobody has reviewed a report by its day, once', async () => {
    await report(`${COMPANY} must answer`, { Action_Due_On__c: await hub.day(1) });
    const escalated = async (): Promise<number> =>
      count(
        `Task WHERE OwnerId = '${await hub.idOf('manager')}' AND Priority = 'High' AND Subject LIKE '%must answer%'`,
      );
    expect(await escalated()).toBe(0);
    await hub.advance({ days: 2 });
    expect(await escalated()).toBe(1);
    await hub.advance({ days: 1 });
    expect(await escalated()).toBe(1);
  }, 60_000);
});
