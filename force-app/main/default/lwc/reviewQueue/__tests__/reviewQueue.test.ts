import CommentModal from 'c/commentModal';
import ReviewQueue from 'c/reviewQueue';
import { refreshApex } from '@salesforce/apex';
import answer from '@salesforce/apex/ReviewQueueController.answer';
import getPending from '@salesforce/apex/ReviewQueueController.getPending';
import { expectErrorStates, press, provide, render, toastsOf, wordsOf, type Rendered } from 'testing/page';

jest.mock('c/commentModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const REVIEW = {
  workitemId: '04i000000000001AAA',
  opportunityId: '006000000000001AAA',
  name: 'Perimeter',
  accountName: 'Palisade',
  ownerName: 'Amara Okafor',
  amount: 250000,
  discount: 25,
  stage: 'Proposal/Price Quote',
  reason: 'Discount above 20 %.',
  isOverdue: true,
  health: { score: 45, band: 'Watch', reasons: [] },
};

async function show(reviews: readonly object[]): Promise<Rendered> {
  const element = await render('review-queue', ReviewQueue);
  await provide(getPending, reviews);
  return element;
}

describe('c-review-queue', () => {
  it('shows what waits, why, and what is overdue', async () => {
    const element = await show([REVIEW]);
    expect(wordsOf(element)).toContain(
      'Perimeter c.Overdue $250K Palisade · Amara Okafor · Proposal/Price Quote',
    );
    expect(wordsOf(element)).toContain('Discount above 20 %. c.Review_Discount c.Review_Health');
    await expect(element).toBeAccessible();
  });

  it('approves with an optional comment and reads again', async () => {
    const open = jest.mocked(CommentModal.open).mockResolvedValueOnce('');
    await press(await show([REVIEW]), 'c.Review_Approve');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ isRequired: false }));
    expect(answer).toHaveBeenCalledWith({ workitemId: REVIEW.workitemId, answer: 'Approve', comment: '' });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('rejects with words only, and says why when the org refuses', async () => {
    const open = jest.mocked(CommentModal.open).mockResolvedValueOnce('Too cheap');
    jest.mocked(answer).mockRejectedValueOnce({ body: { message: 'Answered already.' } });
    const element = await show([REVIEW]);
    const toasts = toastsOf(element);
    await press(element, 'c.Review_Reject');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ isRequired: true }));
    expect(toasts).toEqual([expect.objectContaining({ variant: 'error', message: 'Answered already.' })]);
  });

  it('does nothing when the user turns back', async () => {
    jest.mocked(CommentModal.open).mockResolvedValueOnce(undefined);
    await press(await show([REVIEW]), 'c.Review_Approve');
    expect(answer).not.toHaveBeenCalled();
  });

  it('says that nothing waits, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Review_Queue_Empty');
    await expectErrorStates(element, getPending);
  });
});
