import PipelineChanges from 'c/pipelineChanges';
import getChanges from '@salesforce/apex/PipelineController.getChanges';
import { addDays, today } from 'c/daySpan';
import {
  expectErrorStates,
  find,
  findAll,
  lastConfig,
  provide,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';

const CHANGE = {
  opportunityId: '006000000000001AAA',
  name: 'Perimeter',
  ownerName: 'Amara Okafor',
  category: 'Up',
  movements: ['Up'],
  stage: 'Qualification',
  amountBefore: 50000,
  amountAfter: 70000,
  closeDateBefore: '2026-12-01',
  closeDateAfter: '2026-12-15',
  isPushed: true,
};
const CHANGES = {
  openingAmount: 100000,
  closingAmount: 90000,
  isTruncated: false,
  categories: [
    { name: 'Won', deals: 1, amount: -30000 },
    { name: 'Up', deals: 1, amount: 20000 },
  ],
  changes: [
    CHANGE,
    {
      ...CHANGE,
      opportunityId: '006000000000002AAA',
      name: 'Vault',
      category: 'Won',
      movements: ['Up', 'Won'],
    },
  ],
};

async function show(changes: object): Promise<Rendered> {
  const element = await render('pipeline-changes', PipelineChanges);
  await provide(getChanges, changes);
  return element;
}

const titlesOf = (element: Rendered) => findAll(element, 'c-record-link').map((link) => link['label']);

describe('c-pipeline-changes', () => {
  it('goes step by step from what the pipeline was to what it is', async () => {
    const element = await show(CHANGES);
    const rows = find(element, 'c-bar-chart')['rows'] as {
      key: string;
      parts: { from: number; to: number }[];
    }[];
    expect(rows.map(({ key, parts }) => [key, parts[0]?.from, parts[0]?.to])).toEqual([
      ['opening', 0, 100000],
      ['Up', 100000, 120000],
      ['Won', 120000, 90000],
      ['closing', 0, 90000],
    ]);
    expect(wordsOf(element)).toContain('Perimeter c.Changes_Up $70K Amara Okafor · Qualification');
    await expect(element).toBeAccessible();
  });

  it('leads from a kind of change to the opportunities', async () => {
    const element = await show(CHANGES);
    expect(titlesOf(element)).toEqual(['Perimeter', 'Vault']);
    findAll(element, 'button')[2]?.click();
    await settle();
    expect(titlesOf(element)).toEqual(['Vault']);
    findAll(element, 'button')[1]?.click();
    await settle();
    expect(titlesOf(element)).toEqual(['Perimeter', 'Vault']);
    findAll(element, 'button')[0]?.click();
    await settle();
    expect(titlesOf(element)).toEqual(['Perimeter', 'Vault']);
  });

  it('compares with the day that the user chooses', async () => {
    const element = await show(CHANGES);
    find(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: '30' } }));
    await settle();
    expect(lastConfig(getChanges)).toMatchObject({ since: addDays(today(), -30) });
  });

  it('says that nothing is there, what went wrong, and that access is missing', async () => {
    const element = await show({ ...CHANGES, openingAmount: 0, changes: [], categories: [] });
    expect(wordsOf(element)).toContain('c.Changes_None');
    await expectErrorStates(element, getChanges);
  });
});
