import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import { ProcedureOrg, type Fields } from './testing/procedure-org';
import type { Person } from './testing/people';

interface Item extends Fields {
  readonly Id: string;
  readonly Name: string;
  readonly Status__c: string;
  readonly Evidence__c: string | null;
}

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
}, 300_000);

/** Current items of a deal in their order. */
function itemsOf(deal: string): Promise<Item[]> {
  return hub.query<Item>(
    `SELECT Id, Name, Status__c, Evidence__c FROM Stage_Gate_Item__c
     WHERE Opportunity__c = '${deal}' AND Current__c = true ORDER BY Sort_Order__c`,
  );
}

const statesOf = async (deal: string): Promise<string[]> =>
  (await itemsOf(deal)).map(({ Name, Status__c }) => `${Name}: ${Status__c}`);

async function itemOf(deal: string, name: string): Promise<string> {
  return (await itemsOf(deal)).find(({ Name }) => Name === name)?.Id ?? '';
}

async function loadIn(stage: string, fields: Fields = {}): Promise<string> {
  const [id = ''] = await deals.load([{ StageName: stage, ...fields }]);
  return id;
}

describe('entering a stage', () => {
  it('creates its items, and a task for each that an activity completes', async () => {
    const deal = await deals.create();
    expect(await statesOf(deal)).toEqual(['Need confirmed: Open', 'Next step agreed: Open']);
    const tasks = await hub.query(`SELECT Subject, Type, Status, OwnerId FROM Task WHERE WhatId = '${deal}'`);
    expect(tasks).toMatchObject([
      {
        Subject: 'First conversation with the buyer',
        Type: 'Call',
        Status: 'Not Started',
        OwnerId: await hub.idOf('rep'),
      },
    ]);
  });

  it('creates them once, however often the deal comes back', async () => {
    const deal = await loadIn('Needs Analysis');
    const back = { StageName: 'Qualification', Stage_Change_Reason__c: 'The budget was cut' };
    expect(await hub.change('rep', 'Opportunity', deal, back)).toEqual([]);
    await deals.setItems('integration', [deal], { Status__c: 'Done' });
    expect(await hub.change('rep', 'Opportunity', deal, { StageName: 'Needs Analysis' })).toEqual([]);
    const rows = await hub.query(`SELECT Id FROM Stage_Gate_Item__c WHERE Opportunity__c = '${deal}'`);
    expect(rows).toHaveLength(4);
    expect(await itemsOf(deal)).toHaveLength(2);
  });

  it('finds what is there already done', async () => {
    const deal = await deals.create({ NextStep: 'Call back on Monday' });
    expect(await statesOf(deal)).toEqual(['Need confirmed: Open', 'Next step agreed: Done']);
  });
});

describe('an item', () => {
  it('is ticked by completing its task', async () => {
    const deal = await deals.create();
    const [task] = await hub.query<{ Id: string }>(`SELECT Id FROM Task WHERE WhatId = '${deal}'`);
    expect(await hub.change('rep', 'Task', task?.Id ?? '', { Status: 'Completed' })).toEqual([]);
    expect((await itemsOf(deal))[0]).toMatchObject({
      Status__c: 'Done',
      Evidence__c: 'Task completed: First conversation with the buyer',
    });
  });

  it('is ticked by logging a completed task of the same subject', async () => {
    const deal = await deals.create();
    await hub.create('rep', 'Task', {
      WhatId: deal,
      Subject: 'First conversation with the buyer',
      Status: 'Completed',
    });
    expect((await statesOf(deal))[0]).toBe('Need confirmed: Done');
  });

  it('is ticked by filling its field, and opened by clearing it', async () => {
    const deal = await deals.create();
    await hub.change('rep', 'Opportunity', deal, { NextStep: 'Send the brochure' });
    expect((await itemsOf(deal))[1]).toMatchObject({
      Status__c: 'Done',
      Evidence__c: 'The field NextStep is filled.',
    });
    await hub.change('rep', 'Opportunity', deal, { NextStep: null });
    expect((await statesOf(deal))[1]).toBe('Next step agreed: Open');
  });

  it('is ticked by a contact with its role, and opened when the last one goes', async () => {
    const deal = await loadIn('Needs Analysis');
    const role = await deals.addContact(deal, 'Decision Maker');
    expect((await statesOf(deal))[1]).toBe('Decision maker known: Done');
    await hub.delete('rep', 'OpportunityContactRole', role);
    expect((await statesOf(deal))[1]).toBe('Decision maker known: Open');
  });

  it('is ticked by hand only when nothing else can tell', async () => {
    const deal = await loadIn('Negotiation/Review');
    const other = await deals.create();
    const done = { Status__c: 'Done' };
    const terms = await itemOf(deal, 'Terms agreed');
    expect(await hub.change('rep', 'Stage_Gate_Item__c', terms, done)).toEqual([]);
    const need = await itemOf(other, 'Need confirmed');
    expect(await hub.change('rep', 'Stage_Gate_Item__c', need, done)).toEqual([
      'This item completes itself: fill the field, complete the task, add the contact role or get the review that it asks for.',
    ]);
  });

  it('counts as done when the save that moves the deal fills its field', async () => {
    const deal = await loadIn('Proposal/Price Quote');
    await hub.create('rep', 'Task', {
      WhatId: deal,
      Subject: 'Send the written proposal',
      Status: 'Completed',
    });
    const move = { StageName: 'Negotiation/Review', Discount__c: 0 };
    expect(await hub.change('rep', 'Opportunity', deal, move)).toEqual([]);
  });
});

describe('a waiver', () => {
  const waived: Fields = { Status__c: 'Waived', Waiver_Reason__c: 'Long-standing customer' };

  it.each<[Person, string, string, string]>([
    ['rep', 'Qualification', 'Need confirmed', 'a manager or an executive'],
    ['manager', 'Negotiation/Review', 'Terms agreed', 'an executive'],
  ])('is refused to a %s in %s', async (person, stage, name, allowed) => {
    const item = await itemOf(await loadIn(stage), name);
    expect(await hub.change(person, 'Stage_Gate_Item__c', item, waived)).toEqual([
      `The item ${name} may be waived by ${allowed}.`,
    ]);
  });

  it('needs a reason and an end in time', async () => {
    const item = await itemOf(await loadIn('Qualification'), 'Need confirmed');
    const bare = { Status__c: 'Waived' };
    expect(await hub.change('manager', 'Stage_Gate_Item__c', item, bare)).toEqual([
      'Say why this item need not be done.',
    ]);
    const tooLong = { ...waived, Waiver_Expires_On__c: await hub.day(16) };
    expect(await hub.change('manager', 'Stage_Gate_Item__c', item, tooLong)).toEqual([
      'A waiver ends on a date from today on, and within the days that the gate allows.',
    ]);
  });

  it('is asked for by the rep, which tells the manager', async () => {
    const since = await hub.lastMessage();
    const deal = await loadIn('Qualification');
    const item = await itemOf(deal, 'Need confirmed');
    const reason = { Waiver_Reason__c: 'Known for years' };
    expect(await hub.change('rep', 'Stage_Gate_Item__c', item, reason)).toEqual([]);
    expect(await hub.messages(since, deal)).toMatchObject([
      { subject: 'Waiver requested', recipients: [await hub.idOf('manager')] },
    ]);
  });
});

describe('a move', () => {
  it('back keeps its reason in the history', async () => {
    const deal = await loadIn('Value Proposition');
    const move = { StageName: 'Qualification', Stage_Change_Reason__c: 'The sponsor left' };
    expect(await hub.change('rep', 'Opportunity', deal, move)).toEqual([]);
    const rows = await hub.query(
      `SELECT From_Stage__c, To_Stage__c, Direction__c, Reason__c FROM Stage_Transition__c
       WHERE Opportunity__c = '${deal}'`,
    );
    expect(rows).toMatchObject([
      {
        From_Stage__c: 'Value Proposition',
        To_Stage__c: 'Qualification',
        Direction__c: 'Back',
        Reason__c: 'The sponsor left',
      },
    ]);
    const again = { StageName: 'Closed Lost', Win_Loss_Reason__c: 'No Decision' };
    expect(await hub.change('rep', 'Opportunity', deal, again)).toEqual([]);
    expect(await hub.read('Opportunity', deal, 'Stage_Change_Reason__c')).toEqual({
      Stage_Change_Reason__c: null,
    });
  });

  it.each([
    [
      'lost without a reason',
      { StageName: 'Closed Lost' },
      ['Say why this opportunity was won or lost: choose a Win/Loss Reason.'],
    ],
    [
      'lost on price without a competitor',
      { StageName: 'Closed Lost', Win_Loss_Reason__c: 'Price' },
      [
        'Choose the competitor this opportunity was lost to. Only the reasons No Budget and No Decision need none.',
      ],
    ],
  ])('is refused: %s', async (_what, fields, messages) => {
    const deal = await loadIn('Qualification');
    expect(await hub.change('rep', 'Opportunity', deal, fields)).toEqual(messages);
  });

  it('to a win asks for a primary contact', async () => {
    const deal = await loadIn('Negotiation/Review');
    await deals.setItems('integration', [deal], { Status__c: 'Done' });
    const [role] = await hub.query<{ Id: string }>(
      `SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '${deal}'`,
    );
    await hub.delete('rep', 'OpportunityContactRole', role?.Id ?? '');
    const win = { StageName: 'Closed Won', Win_Loss_Reason__c: 'Price' };
    expect(await hub.change('rep', 'Opportunity', deal, win)).toEqual([
      'A won opportunity has a primary contact. Mark one of its contact roles as primary.',
    ]);
    await deals.addContact(deal, 'Decision Maker', true);
    expect(await hub.change('rep', 'Opportunity', deal, win)).toEqual([]);
  });

  it('begins in the first stage', async () => {
    const fields = deals.fields({ StageName: 'Value Proposition' });
    expect(await hub.tryCreate('rep', 'Opportunity', fields)).toEqual([
      'A new opportunity starts in Qualification. Create it there, then move it on stage by stage.',
    ]);
  });
});

describe('a closed deal', () => {
  it('is read-only but for sales operations', async () => {
    const deal = await loadIn('Closed Lost', { Win_Loss_Reason__c: 'No Decision' });
    const amount = { Amount: 12_000 };
    const readOnly =
      'This opportunity is closed and read-only. Ask sales operations to correct or reopen it.';
    expect(await hub.change('rep', 'Opportunity', deal, amount)).toEqual([readOnly]);
    expect(await hub.change('manager', 'Opportunity', deal, amount)).toEqual([readOnly]);
    expect(await hub.change('operations', 'Opportunity', deal, amount)).toEqual([]);
    const reopened = { StageName: 'Qualification', Stage_Change_Reason__c: 'The buyer called again' };
    expect(await hub.change('operations', 'Opportunity', deal, reopened)).toEqual([]);
  });
});

describe('the probability', () => {
  const read = (deal: string) => hub.read('Opportunity', deal, 'Probability', 'ForecastCategoryName');

  it('follows the stage, and the forecast category with it', async () => {
    const deal = await deals.create();
    expect(await read(deal)).toEqual({ Probability: 10, ForecastCategoryName: 'Pipeline' });
    await deals.setItems('integration', [deal], { Status__c: 'Done' });
    await hub.change('rep', 'Opportunity', deal, { StageName: 'Needs Analysis' });
    expect(await read(deal)).toEqual({ Probability: 20, ForecastCategoryName: 'Pipeline' });
  });

  it('changes inside its band with a reason', async () => {
    const deal = await deals.create();
    const Probability_Reason__c = 'They asked for a quote at once';
    const change = (fields: Fields) => hub.change('rep', 'Opportunity', deal, fields);
    expect(await change({ Probability: 15 })).toEqual([
      'This probability differs from the usual one of the stage. Say why in Probability Reason.',
    ]);
    expect(await change({ Probability: 16, Probability_Reason__c })).toEqual([
      'This probability is outside the band of the stage. Choose one inside the band, or move the opportunity to the stage it fits.',
    ]);
    expect(await change({ Probability: 15, Probability_Reason__c })).toEqual([]);
    expect(await change({ Probability: 5 })).toEqual([]);
    expect(await change({ Probability: 4 })).toHaveLength(1);
  });

  it('leaves the forecast category to the stage', async () => {
    const deal = await deals.create();
    expect(await hub.change('rep', 'Opportunity', deal, { ForecastCategoryName: 'Commit' })).toEqual([
      'The forecast category follows the stage. Change the stage instead.',
    ]);
  });
});

describe('a waiver that has been granted', () => {
  it('tells the owner, lets the deal go on, and expires', async () => {
    const since = await hub.lastMessage();
    const deal = await loadIn('Qualification', { NextStep: 'Visit' });
    const item = await itemOf(deal, 'Need confirmed');
    const waived = { Status__c: 'Waived', Waiver_Reason__c: 'Long-standing customer' };
    expect(await hub.change('manager', 'Stage_Gate_Item__c', item, waived)).toEqual([]);
    const last = await hub.day(14);
    expect(
      await hub.read('Stage_Gate_Item__c', item, 'Waiver_Approved_By__c', 'Waiver_Expires_On__c'),
    ).toEqual({ Waiver_Approved_By__c: await hub.idOf('manager'), Waiver_Expires_On__c: last });
    await hub.advance({ days: 14 });
    expect((await statesOf(deal))[0]).toBe('Need confirmed: Waived');
    await hub.advance({ days: 2 });
    expect((await statesOf(deal))[0]).toBe('Need confirmed: Open');
    const told = (await hub.messages(since, deal)).filter(({ kind }) => kind === 'notification');
    expect(told.map(({ subject }) => subject)).toEqual(['Gate item waived', 'Waiver expired']);
    const owner = await hub.idOf('rep');
    expect(told.map(({ recipients }) => recipients)).toEqual([[owner], [owner]]);
  }, 120_000);
});
