import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import { ProcedureOrg } from './testing/procedure-org';

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
}, 300_000);

describe('an opportunity that the rep enters', () => {
  it('is saved with the seven fields that it needs', async () => {
    const id = await deals.create();
    const row = await hub.read('Opportunity', id, 'Probability', 'OwnerId');
    expect(row).toEqual({ Probability: 10, OwnerId: await hub.idOf('rep') });
  });

  it.each([
    [
      'AccountId',
      'Choose the account this opportunity belongs to. If the company is not in Salesforce yet, create the account first.',
    ],
    ['Name', 'Required fields are missing: [Name]'],
    ['StageName', 'Required fields are missing: [StageName]'],
    ['CloseDate', 'Required fields are missing: [CloseDate]'],
    ['Amount', 'Enter the amount you expect. Use your best estimate; you can change it later.'],
  ])('is refused without %s, and told what to do', async (field, message) => {
    expect(await hub.tryCreate('rep', 'Opportunity', deals.fields({ [field]: null }))).toEqual([message]);
  });

  it.each([
    ['Probability', 'Enter the probability in percent, or choose the stage again to take its usual value.'],
    ['OwnerId', 'Required fields are missing: [OwnerId]'],
  ])('cannot lose its %s', async (field, message) => {
    const id = await deals.create();
    const before = await hub.read('Opportunity', id, field);
    expect(await hub.change('rep', 'Opportunity', id, { [field]: null })).toEqual([message]);
    expect(await hub.read('Opportunity', id, field)).toEqual(before);
  });

  it('of a historic load may lack what nobody knows any more', async () => {
    const id = await hub.create('integration', 'Opportunity', deals.fields({ Amount: null }));
    expect(await hub.read('Opportunity', id, 'Amount')).toEqual({ Amount: null });
  });
});
