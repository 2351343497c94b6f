import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import { ProcedureOrg, type Fields } from './testing/procedure-org';

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
}, 300_000);

/** Performs a button of an object as the rep, by jsforce. */
async function press(type: string, action: string, contextId: string, record: Fields): Promise<Fields> {
  const connection = await hub.as('rep');
  return connection.sobject(type).quickAction(action).execute(contextId, record);
}

describe('buttons of the procedure over the API', () => {
  it('New Opportunity makes a deal of the account in the first stage', async () => {
    const [account] = await hub.query<{ Id: string }>("SELECT Id FROM Account WHERE Name = 'Procedure Test'");
    const record = { Name: 'By a button', Amount: 5_000, CloseDate: await hub.day(30) };
    const answer = await press('Account', 'New_Opportunity', account?.Id ?? '', record);
    expect(answer).toMatchObject({ success: true, created: true });
    expect(await hub.read('Opportunity', String(answer['id']), 'StageName', 'AccountId')).toEqual({
      StageName: 'Qualification',
      AccountId: account?.Id,
    });
  });

  it('New Activity makes a task of the deal', async () => {
    const [deal = ''] = await deals.load([{}]);
    const record = { Subject: 'Call the buyer', Status: 'Not Started', Priority: 'Normal' };
    const { id } = await press('Opportunity', 'New_Activity', deal, record);
    expect(await hub.read('Task', String(id), 'WhatId', 'Subject')).toEqual({
      WhatId: deal,
      Subject: 'Call the buyer',
    });
  });

  it('Close Deal is refused with the message of the rule, and closes with a reason', async () => {
    const [deal = ''] = await deals.load([{}]);
    await expect(
      press('Opportunity', 'Close_Deal', deal, { StageName: 'Closed Lost' }),
    ).rejects.toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Say why this opportunity was won or lost: choose a Win/Loss Reason.',
    });
    const record = { StageName: 'Closed Lost', Win_Loss_Reason__c: 'No Decision' };
    expect(await press('Opportunity', 'Close_Deal', deal, record)).toMatchObject({
      success: true,
      created: false,
    });
    expect(await hub.read('Opportunity', deal, 'IsClosed')).toEqual({ IsClosed: true });
  });

  it('are described with their layout and default values', async () => {
    const [deal = ''] = await deals.load([{}]);
    const button = (await hub.as('rep')).sobject('Opportunity').quickAction('Change_Stage');
    expect(await button.describe()).toMatchObject({
      label: 'Change Stage',
      targetSobjectType: 'Opportunity',
      layout: { rows: 2, columns: 2 },
    });
    expect(await button.defaultValues(deal)).toMatchObject({ StageName: 'Qualification' });
  });
});
