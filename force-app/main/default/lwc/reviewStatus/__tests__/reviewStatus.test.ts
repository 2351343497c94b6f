import CommentModal from 'c/commentModal';
import ReviewStatus from 'c/reviewStatus';
import { refreshApex } from '@salesforce/apex';
import getReview from '@salesforce/apex/ReviewController.getReview';
import recall from '@salesforce/apex/ReviewController.recall';
import submit from '@salesforce/apex/ReviewController.submit';
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

jest.mock('c/commentModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const RECORD_ID = '006000000000001AAA';
const REVIEW = {
  status: 'Required',
  level: 'Manager',
  reason: 'Amount above 100,000.',
  canSubmit: true,
  canRecall: false,
  answers: [
    {
      stepId: '04h000000000001AAA',
      status: 'Rejected',
      actorName: 'Dana Whitlock',
      comments: 'Discount too high.',
      answeredAt: '2026-11-20T10:00:00.000Z',
    },
  ],
};

async function show(review: object): Promise<Rendered> {
  const element = await render('review-status', ReviewStatus, { recordId: RECORD_ID });
  await provide(getReview, review);
  return element;
}

describe('c-review-status', () => {
  it('shows where the review stands, why it is needed and what was answered', async () => {
    const element = await show(REVIEW);
    expect(wordsOf(element)).toContain('Amount above 100,000.');
    expect(wordsOf(element)).toContain('Discount too high.');
    expect(findAll(element, 'lightning-button').map((one) => one['label'])).toEqual(['c.Review_Submit']);
    await expect(element).toBeAccessible();
  });

  it('asks for the review with a comment', async () => {
    jest.mocked(CommentModal.open).mockResolvedValueOnce('Price is final');
    const element = await show(REVIEW);
    await press(element, 'c.Review_Submit');
    expect(submit).toHaveBeenCalledWith({ opportunityId: RECORD_ID, comment: 'Price is final' });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('takes a request back, and says why when the org refuses', async () => {
    jest.mocked(CommentModal.open).mockResolvedValueOnce('');
    jest.mocked(recall).mockRejectedValueOnce({ body: { message: 'Answered already.' } });
    const element = await show({ ...REVIEW, status: 'Pending', canSubmit: false, canRecall: true });
    const toasts = toastsOf(element);
    await press(element, 'c.Review_Recall');
    expect(toasts).toEqual([expect.objectContaining({ message: 'Answered already.' })]);
  });

  it('says what went wrong, and that access is missing', async () => {
    await expectErrorStates(await show(REVIEW), getReview);
  });
});
