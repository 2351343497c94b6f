import WinRates from 'c/winRates';
import getOutcomes from '@salesforce/apex/PipelineController.getOutcomes';
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

const ROWS = [
  { label: 'Granite Systems', won: 3, lost: 1, wonAmount: 90000, lostAmount: 10000, winRate: 75 },
  { label: 'c.Not_Given', won: 1, lost: 1, wonAmount: 5000, lostAmount: 0, winRate: 50 },
];

async function show(rows: readonly object[]): Promise<Rendered> {
  const element = await render('win-rates', WinRates);
  await provide(getOutcomes, rows);
  return element;
}

async function countBy(element: Rendered, value: string): Promise<void> {
  find(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function select(element: Rendered, index: number): Promise<object> {
  findAll(element, 'button')[index]?.click();
  await settle();
  return (find(element, 'c-deal-list')['filter'] as { and: object[] }).and;
}

describe('c-win-rates', () => {
  it('shows what was won and lost', async () => {
    const element = await show(ROWS);
    expect(find(element, 'c-bar-chart')['rows']).toMatchObject([
      {
        key: 'Granite Systems',
        parts: [
          { from: 0, to: 3 },
          { from: 3, to: 4 },
        ],
      },
      { key: 'c.Not_Given' },
    ]);
    expect(wordsOf(element)).toContain('c.Win_Total');
    await expect(element).toBeAccessible();
  });

  it('leads from a bar to its opportunities, also where nothing is given', async () => {
    const element = await show(ROWS);
    await countBy(element, 'Competitor');
    expect(await select(element, 0)).toContainEqual({
      Primary_Competitor__r: { Name: { eq: 'Granite Systems' } },
    });
    expect(await select(element, 1)).toContainEqual({ Primary_Competitor__c: { eq: null } });
  });

  it('counts by what the user chooses', async () => {
    const element = await show(ROWS);
    await countBy(element, 'Type');
    expect(lastConfig(getOutcomes)).toMatchObject({ dimension: 'Type' });
  });

  it('says that there is nothing, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Win_None');
    await expectErrorStates(element, getOutcomes);
  });
});
