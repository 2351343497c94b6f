import CompetitorBattlecard from 'c/competitorBattlecard';
import FieldModal from 'c/fieldModal';
import { refreshApex } from '@salesforce/apex';
import getBattlecard from '@salesforce/apex/BattlecardController.getBattlecard';
import { expectErrorStates, findAll, press, provide, render, wordsOf, type Rendered } from 'testing/page';

jest.mock('c/fieldModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const CARD = {
  competitorId: 'a02000000000001AAA',
  name: 'Granite Systems',
  threatLevel: 'High',
  lastReviewed: '2026-10-01',
  isStale: true,
  sections: [
    { title: 'Why We Win', text: 'Service within a day.' },
    { title: 'Pricing', text: null },
  ],
  reports: [{ Id: 'a03000000000001AAA', Headline__c: 'Granite cuts prices', Severity__c: 'High' }],
  outcome: { label: 'Granite Systems', won: 3, lost: 1, winRate: 75 },
};

async function show(card: object | null): Promise<Rendered> {
  const element = await render('competitor-battlecard', CompetitorBattlecard, {
    recordId: '006000000000001AAA',
  });
  await provide(getBattlecard, card);
  return element;
}

describe('c-competitor-battlecard', () => {
  it('shows what is known of the competitor, what is new, and that the card is old', async () => {
    const element = await show(CARD);
    const words = wordsOf(element);
    for (const expected of [
      'Granite Systems',
      'Service within a day.',
      'Granite cuts prices',
      'c.Battlecard_Stale',
    ]) {
      expect(words).toContain(expected);
    }
    expect(findAll(element, 'lightning-accordion-section')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('offers to set the competitor when none is known', async () => {
    const open = jest.mocked(FieldModal.open).mockResolvedValueOnce(true);
    const element = await show(null);
    expect(wordsOf(element)).toContain('c.Battlecard_None');
    await press(element, 'c.Battlecard_Choose');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ fieldApiName: 'Primary_Competitor__c' }));
    expect(refreshApex).toHaveBeenCalled();
  });

  it('says what went wrong, and that access is missing', async () => {
    await expectErrorStates(await show(CARD), getBattlecard);
  });
});
