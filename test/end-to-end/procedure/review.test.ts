import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import { ProcedureOrg, type Fields } from './testing/procedure-org';
import thresholds from './review-thresholds.json';

const PROPOSAL = 'Proposal/Price Quote';
/** Hours that the reviewers have, by the highest of them. */
const DUE_HOURS: Readonly<Record<string, number>> = { Manager: 48, Executive: 72 };
const LOCKED = 'the entity is locked for editing';

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
}, 300_000);

/** A deal of the rep that has just gone above a threshold. */
async function dealToReview(fields: Fields = { Amount: 60_000 }, stage = PROPOSAL): Promise<string> {
  const [id = ''] = await deals.load([{ StageName: stage }]);
  expect(await hub.change('rep', 'Opportunity', id, fields)).toEqual([]);
  return id;
}

const statusOf = async (id: string): Promise<unknown> =>
  (await hub.read('Opportunity', id, 'Review_Status__c'))['Review_Status__c'];

/** Names of those whom a request waits for. */
async function reviewersOf(id: string): Promise<string[]> {
  const rows = await hub.query<{ Actor: { Name: string } }>(
    `SELECT Actor.Name FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${id}'`,
  );
  return rows.map(({ Actor }) => Actor.Name);
}

async function submit(id: string): Promise<void> {
  expect(await hub.submit('rep', [id])).toMatchObject([{ success: true, instanceStatus: 'Pending' }]);
}

describe('review thresholds', () => {
  it('hold at their boundaries and from their stage on; what goes to the executive too has more time', async () => {
    const ids = await deals.load(thresholds.map(({ stage }) => ({ Amount: 1_000, StageName: stage })));
    const changes = thresholds.map(({ fields }, index) => ({ Id: ids[index], ...fields }));
    expect((await hub.update('rep', 'Opportunity', changes)).flat()).toEqual([]);
    const found = await Promise.all(
      ids.map((id) =>
        hub.read(
          'Opportunity',
          id,
          'Review_Required__c',
          'Review_Status__c',
          'Review_Level__c',
          'Review_Due_Hours__c',
        ),
      ),
    );
    expect(found).toEqual(
      thresholds.map(({ level }) => ({
        Review_Required__c: level !== null,
        Review_Status__c: level === null ? 'Not Required' : 'Required',
        Review_Level__c: level,
        Review_Due_Hours__c: level === null ? null : DUE_HOURS[level],
      })),
    );
  });

  it('hold the approval until the amount goes above what was approved', async () => {
    const id = await dealToReview();
    await submit(id);
    await hub.decide('manager', 'Approve', [id]);
    await hub.change('rep', 'Opportunity', id, { Amount: 60_000.01 });
    expect(await statusOf(id)).toBe('Required');
    await hub.change('rep', 'Opportunity', id, { Amount: 60_000 });
    expect(await statusOf(id)).toBe('Approved');
  });
});

describe('a review', () => {
  it('locks the deal, waits for the manager and tells them', async () => {
    const since = await hub.lastMessage();
    const id = await dealToReview();
    await submit(id);
    expect(await statusOf(id)).toBe('Pending');
    expect(await hub.change('rep', 'Opportunity', id, { Amount: 1 })).toEqual([LOCKED]);
    expect(await reviewersOf(id)).toEqual(['Dana Whitlock']);
    expect(await hub.messages(since, id)).toContainEqual(
      expect.objectContaining({ kind: 'email', source: expect.stringContaining('Opportunity_Review') }),
    );
  });

  it('is recalled by the rep, who may then edit and submit again', async () => {
    const id = await dealToReview();
    await submit(id);
    expect(await hub.decide('rep', 'Removed', [id])).toMatchObject([{ success: true }]);
    expect(await statusOf(id)).toBe('Required');
    expect(await hub.change('rep', 'Opportunity', id, { Amount: 70_000 })).toEqual([]);
    await submit(id);
    expect(await statusOf(id)).toBe('Pending');
  });

  it('is approved by the manager and lets the deal go on', async () => {
    const since = await hub.lastMessage();
    const id = await dealToReview();
    await submit(id);
    expect(await hub.decide('manager', 'Approve', [id])).toMatchObject([{ instanceStatus: 'Approved' }]);
    expect(
      await hub.read('Opportunity', id, 'Review_Status__c', 'Reviewed_Amount__c', 'Review_Due_At__c'),
    ).toEqual({ Review_Status__c: 'Approved', Reviewed_Amount__c: 60_000, Review_Due_At__c: null });
    expect(await hub.change('rep', 'Opportunity', id, { NextStep: 'Sign' })).toEqual([]);
    const subjects = (await hub.messages(since)).map(({ subject }) => subject);
    expect(subjects).toContain('Review approved');
  });

  it('is refused to anybody but its reviewer', async () => {
    const id = await dealToReview();
    await submit(id);
    const [answer] = await hub.decide('otherRep', 'Approve', [id]);
    expect(answer?.success).toBe(false);
    expect(await statusOf(id)).toBe('Pending');
  });

  it('goes on to the executive above the second threshold', async () => {
    const id = await dealToReview({ Amount: 250_000 });
    await submit(id);
    expect(await hub.decide('manager', 'Approve', [id])).toMatchObject([{ instanceStatus: 'Pending' }]);
    expect(await reviewersOf(id)).toEqual(['Victoria Stahl']);
    expect(await statusOf(id)).toBe('Pending');
    expect(await hub.decide('executive', 'Approve', [id])).toMatchObject([{ instanceStatus: 'Approved' }]);
    expect(await hub.read('Opportunity', id, 'Review_Status__c', 'Reviewed_Level__c')).toEqual({
      Review_Status__c: 'Approved',
      Reviewed_Level__c: 'Executive',
    });
  });

  it('takes the deal a stage back when it is rejected', async () => {
    const since = await hub.lastMessage();
    const id = await dealToReview({ Amount: 60_000 }, 'Negotiation/Review');
    await submit(id);
    expect(await hub.decide('manager', 'Reject', [id])).toMatchObject([{ instanceStatus: 'Rejected' }]);
    expect(await hub.read('Opportunity', id, 'Review_Status__c', 'StageName')).toEqual({
      Review_Status__c: 'Rejected',
      StageName: PROPOSAL,
    });
    const [told] = (await hub.messages(since)).filter(({ subject }) => subject === 'Review rejected');
    expect(told).toMatchObject({ recipients: [await hub.idOf('rep')] });
    await submit(id);
  });

  it('is refused for a deal below the thresholds', async () => {
    const [id = ''] = await deals.load([{ StageName: PROPOSAL }]);
    const [answer] = await hub.submit('rep', [id]);
    expect(answer?.errors).toMatchObject([{ statusCode: 'NO_APPLICABLE_PROCESS' }]);
  });

  it('is refused when the submitter has no manager', async () => {
    const user = { Id: await hub.idOf('otherRep'), ManagerId: null };
    expect(await hub.administrator().sobject('User').update(user)).toMatchObject({ success: true });
    const [id = ''] = await deals.load([{ StageName: PROPOSAL }]);
    const OwnerId = user.Id;
    expect(await hub.change('integration', 'Opportunity', id, { OwnerId })).toEqual([]);
    expect(await hub.change('otherRep', 'Opportunity', id, { Amount: 60_000 })).toEqual([]);
    const [answer] = await hub.submit('otherRep', [id]);
    expect(answer?.errors).toMatchObject([{ statusCode: 'MANAGER_NOT_DEFINED' }]);
    expect(await statusOf(id)).toBe('Required');
  });
});

describe('people without a part in it', () => {
  it('do not see the deal, and cannot submit it', async () => {
    const id = await dealToReview();
    const mine = await hub.query(`SELECT Id FROM Opportunity WHERE Id = '${id}'`, 'otherRep');
    expect(mine).toEqual([]);
    const [answer] = await hub.submit('otherRep', [id]);
    expect(answer?.success).toBe(false);
    expect(await hub.change('otherRep', 'Opportunity', id, { Amount: 1 })).toHaveLength(1);
    expect(await hub.read('Opportunity', id, 'Amount', 'Review_Status__c')).toEqual({
      Amount: 60_000,
      Review_Status__c: 'Required',
    });
  });
});

describe('a review that nobody answers', () => {
  it('reminds the manager a day before it is due, then goes up and gives a task', async () => {
    const id = await dealToReview();
    await submit(id);
    const since = await hub.lastMessage();
    const told = async (subject: string): Promise<string[][]> =>
      (await hub.messages(since))
        .filter((message) => message.subject === subject && message.kind === 'notification')
        .filter(({ relatedRecordId }) => relatedRecordId === id)
        .map(({ recipients }) => [...recipients].sort());
    const people = [await hub.idOf('manager'), await hub.idOf('executive')];
    await hub.advance({ hours: 23 });
    expect(await told('Review due soon')).toEqual([]);
    await hub.advance({ hours: 2 });
    expect(await told('Review due soon')).toEqual([[people[0]]]);
    expect(await told('Review overdue')).toEqual([]);
    await hub.advance({ hours: 24 });
    expect(await told('Review overdue')).toEqual([people.sort()]);
    const tasks = await hub.query(
      `SELECT Owner.Name, Priority FROM Task WHERE WhatId = '${id}' AND Subject = 'Review overdue: Deal'`,
    );
    expect(tasks).toMatchObject([{ Owner: { Name: 'Victoria Stahl' }, Priority: 'High' }]);
  }, 60_000);

  it('reminds and escalates no more once it is answered', async () => {
    const id = await dealToReview();
    await submit(id);
    await hub.decide('manager', 'Approve', [id]);
    const since = await hub.lastMessage();
    await hub.advance({ hours: 50 });
    const subjects = (await hub.messages(since))
      .filter(({ relatedRecordId }) => relatedRecordId === id)
      .map(({ subject }) => subject);
    expect(subjects).toEqual([]);
  }, 60_000);
});

describe('a reviewer who has left', () => {
  it('is named by the refusal, and nothing is locked', async () => {
    const id = await dealToReview();
    const left = { Id: await hub.idOf('manager'), IsActive: false };
    expect(await hub.administrator().sobject('User').update(left)).toMatchObject({ success: true });
    const [answer] = await hub.submit('rep', [id]);
    expect(answer?.errors).toMatchObject([
      {
        statusCode: 'INACTIVE_OWNER_OR_USER',
        message: `operation performed with inactive user [${left.Id.slice(0, 15)}] as owner of approval request`,
      },
    ]);
    expect(await statusOf(id)).toBe('Required');
    expect(await hub.change('rep', 'Opportunity', id, { NextStep: 'Find a reviewer' })).toEqual([]);
  });
});
