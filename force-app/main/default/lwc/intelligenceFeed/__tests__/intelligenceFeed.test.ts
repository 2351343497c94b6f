import ChoiceModal from 'c/choiceModal';
import CommentModal from 'c/commentModal';
import IntelligenceFeed from 'c/intelligenceFeed';
import { refreshApex } from '@salesforce/apex';
import addToBattlecard from '@salesforce/apex/IntelligenceFeedController.addToBattlecard';
import createTask from '@salesforce/apex/IntelligenceFeedController.createTask';
import confirm from '@salesforce/apex/IntelligenceFeedController.confirm';
import dismiss from '@salesforce/apex/IntelligenceFeedController.dismiss';
import getFeed from '@salesforce/apex/IntelligenceFeedController.getFeed';
import {
  expectErrorStates,
  findAll,
  press,
  provide,
  render,
  toastsOf,
  wordsOf,
  type Rendered,
} from 'testing/page';

jest.mock('c/choiceModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/commentModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const ENTRY = {
  linkId: 'a04000000000001AAA',
  reportId: 'a03000000000001AAA',
  headline: 'Granite cuts prices',
  summary: 'List prices fall by a tenth.',
  kind: 'Competitor',
  severity: 'High',
  publishedAt: '2026-11-20T10:00:00.000Z',
  sourceName: 'Trade Daily',
  sourceUrl: 'https://trade.example/granite',
  confidence: 80,
  reason: 'Granite competes for this deal.',
  evidence: 'Granite said on Friday ...',
  isSuggested: true,
  isAboutCompetitor: true,
};

async function show(entries: readonly object[]): Promise<Rendered> {
  const element = await render('intelligence-feed', IntelligenceFeed, { recordId: '006000000000001AAA' });
  await provide(getFeed, entries);
  return element;
}

describe('c-intelligence-feed', () => {
  it('shows what was found, why it is here, its evidence and its source', async () => {
    const element = await show([ENTRY]);
    const words = wordsOf(element);
    expect(words).toContain('List prices fall by a tenth.');
    expect(words).toContain('Granite said on Friday ...');
    expect(findAll(element, 'lightning-badge').map((badge) => badge['label'])).toEqual([
      'High',
      'Competitor',
      'c.Feed_Suggested',
    ]);
    expect(findAll(element, 'lightning-formatted-url')[0]?.['value']).toBe(ENTRY.sourceUrl);
    await expect(element).toBeAccessible();
  });

  it('confirms, creates a task, and reads again', async () => {
    const element = await show([ENTRY]);
    const toasts = toastsOf(element);
    await press(element, 'c.Feed_Confirm');
    await press(element, 'c.Feed_Create_Task');
    expect(confirm).toHaveBeenCalledWith({ linkId: ENTRY.linkId });
    expect(createTask).toHaveBeenCalledWith({ linkId: ENTRY.linkId });
    expect(refreshApex).toHaveBeenCalledTimes(2);
    expect(toasts).toHaveLength(2);
  });

  it('asks where on the battlecard, and why a report is dismissed', async () => {
    jest.mocked(ChoiceModal.open).mockResolvedValueOnce('Pricing');
    jest.mocked(CommentModal.open).mockResolvedValueOnce('Other Granite');
    const element = await show([ENTRY]);
    await press(element, 'c.Feed_Add_To_Battlecard');
    await press(element, 'c.Feed_Dismiss');
    expect(addToBattlecard).toHaveBeenCalledWith({ reportId: ENTRY.reportId, section: 'Pricing' });
    expect(dismiss).toHaveBeenCalledWith({ linkId: ENTRY.linkId, reason: 'Other Granite' });
  });

  it('does nothing when the user turns back, and says why when the org refuses', async () => {
    jest.mocked(CommentModal.open).mockResolvedValueOnce(undefined);
    jest.mocked(createTask).mockRejectedValueOnce({ body: { message: 'No tasks for you.' } });
    const element = await show([ENTRY]);
    const toasts = toastsOf(element);
    await press(element, 'c.Feed_Dismiss');
    expect(dismiss).not.toHaveBeenCalled();
    await press(element, 'c.Feed_Create_Task');
    expect(toasts).toEqual([expect.objectContaining({ variant: 'error', message: 'No tasks for you.' })]);
  });

  it('offers for a confirmed trend only what fits', async () => {
    const element = await show([{ ...ENTRY, isSuggested: false, isAboutCompetitor: false }]);
    expect(findAll(element, 'lightning-button').map((action) => action['label'])).toEqual([
      'c.Feed_Create_Task',
      'c.Feed_Dismiss',
    ]);
  });

  it('says that nothing was found, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Feed_Empty');
    await expectErrorStates(element, getFeed);
  });
});
