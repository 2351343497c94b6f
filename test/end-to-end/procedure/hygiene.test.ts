import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import { USERNAMES } from './testing/people';
import { ofProcedure, ProcedureOrg, type Fields, type OutboxMessage } from './testing/procedure-org';

const FLAGS = [
  'Hygiene_No_Activity__c',
  'Hygiene_Stage_Too_Long__c',
  'Hygiene_Overdue__c',
  'Hygiene_No_Next_Step__c',
  'Hygiene_Pushed__c',
] as const;

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
/** A deal with nothing to complain about, one without a next step, one that closes soon. */
let tidy: string;
let noNextStep: string;
let closingSoon: string;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
  const NextStep = 'Call on Monday';
  [tidy = '', noNextStep = '', closingSoon = ''] = await hub.insert('rep', 'Opportunity', [
    deals.fields({ Name: 'Tidy', NextStep }),
    deals.fields({ Name: 'Aimless' }),
    deals.fields({ Name: 'Soon', NextStep, CloseDate: await hub.day(10) }),
  ]);
}, 300_000);

async function flagsOf(deal: string): Promise<string[]> {
  const fields = await hub.read('Opportunity', deal, ...FLAGS);
  return FLAGS.filter((flag) => fields[flag] === true);
}

/** Hygiene tasks of a deal. */
const tasksOf = (deal: string): Promise<Fields[]> =>
  hub.query(
    `SELECT Id, Subject, Description, Status, OwnerId FROM Task
     WHERE WhatId = '${deal}' AND Gate_Item_Key__c LIKE 'HYGIENE-%' ORDER BY CreatedDate`,
  );

const digestsIn = (messages: readonly OutboxMessage[]): OutboxMessage[] =>
  messages.filter(({ subject }) => subject === 'Your opportunities today');

describe('the push counter', () => {
  it('counts later close dates only, and flags the third', async () => {
    const deal = await deals.create({ NextStep: 'Wait' });
    const counts: unknown[] = [];
    for (const offset of [70, 65, 80, 90]) {
      await hub.change('rep', 'Opportunity', deal, { CloseDate: await hub.day(offset) });
      counts.push((await hub.read('Opportunity', deal, 'Push_Count__c'))['Push_Count__c']);
    }
    expect(counts).toEqual([1, 1, 2, 3]);
    expect(await flagsOf(deal)).toEqual(['Hygiene_Pushed__c']);
    expect(await hub.read('Opportunity', deal, 'Original_Close_Date__c')).toEqual({
      Original_Close_Date__c: await hub.day(60),
    });
  });
});

describe('a day later', () => {
  let messages: readonly OutboxMessage[];
  beforeAll(async () => {
    const since = await hub.lastMessage();
    await hub.advance({ days: 1 });
    messages = await hub.messages(since);
  }, 60_000);

  it('the owner of a flagged deal has one task that says what to do', async () => {
    expect(await flagsOf(noNextStep)).toEqual(['Hygiene_No_Next_Step__c']);
    const tasks = await tasksOf(noNextStep);
    expect(tasks).toMatchObject([
      { Subject: 'Needs attention: Aimless', Status: 'Not Started', OwnerId: await hub.idOf('rep') },
    ]);
    expect(tasks[0]?.['Description']).toContain('Agree the next step with the buyer and write it down.');
    expect(await tasksOf(tidy)).toEqual([]);
  });

  it('every owner has one digest, and only the digest', () => {
    const digests = digestsIn(messages);
    const recipients = digests.flatMap((message) => message.recipients);
    expect(recipients).toContain(USERNAMES.rep);
    expect(new Set(recipients).size).toBe(digests.length);
    expect(ofProcedure(messages)).toHaveLength(digests.length);
  });

  it('the digest lists the flagged deals, twenty at most, and counts what was added', () => {
    const [digest] = digestsIn(messages).filter(({ recipients }) => recipients.includes(USERNAMES.rep));
    const lines = digest?.body.split('\n').filter((line) => line.startsWith('- ')) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(digest?.body).toMatch(/Since yesterday: \d+ added, \d+ won, \d+ lost\./);
  });
});

describe('two days later', () => {
  it('there is no second task while the first is open, and one more when it is not', async () => {
    await hub.advance({ days: 1 });
    const [task, ...others] = await tasksOf(noNextStep);
    expect(others).toEqual([]);
    await hub.change('rep', 'Task', String(task?.['Id']), { Status: 'Completed' });
    await hub.advance({ days: 1 });
    expect(await tasksOf(noNextStep)).toHaveLength(2);
  }, 60_000);

  it('a deal that was put right has no flag', async () => {
    await hub.change('rep', 'Opportunity', noNextStep, { NextStep: 'Demo' });
    expect(await flagsOf(noNextStep)).toEqual([]);
  });
});

describe('weeks later', () => {
  it('deals without activity, too long in a stage and overdue are flagged', async () => {
    await hub.advance({ days: 13 });
    expect(await flagsOf(tidy)).toEqual(['Hygiene_No_Activity__c', 'Hygiene_Stage_Too_Long__c']);
    expect(await flagsOf(closingSoon)).toEqual([
      'Hygiene_No_Activity__c',
      'Hygiene_Stage_Too_Long__c',
      'Hygiene_Overdue__c',
    ]);
    expect(await tasksOf(tidy)).toHaveLength(1);
  }, 120_000);
});
