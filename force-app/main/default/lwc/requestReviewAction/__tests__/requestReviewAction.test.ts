import RequestReviewAction from 'c/requestReviewAction';
import getReview from '@salesforce/apex/ReviewController.getReview';
import submit from '@salesforce/apex/ReviewController.submit';
import {
  button,
  expectErrorStates,
  find,
  listen,
  press,
  provide,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';

const RECORD_ID = '006000000000001AAA';

async function show(canSubmit: boolean): Promise<Rendered> {
  const element = await render('request-review-action', RequestReviewAction, { recordId: RECORD_ID });
  await provide(getReview, { status: 'Required', reason: 'Amount above 100,000.', canSubmit, answers: [] });
  return element;
}

describe('c-request-review-action', () => {
  it('says why a review is needed, asks for it with a comment, and closes', async () => {
    const element = await show(true);
    expect(wordsOf(element)).toContain('Amount above 100,000.');
    await expect(element).toBeAccessible();
    const closed = listen(element, 'lightning__actionsclosescreen');
    find(element, 'lightning-textarea').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Final' } }),
    );
    await settle();
    await press(element, 'c.Review_Submit');
    expect(submit).toHaveBeenCalledWith({ opportunityId: RECORD_ID, comment: 'Final' });
    expect(closed).toHaveLength(1);
  });

  it('says that no review is to be asked for', async () => {
    const element = await show(false);
    expect(wordsOf(element)).toContain('c.Review_Not_Needed');
    expect(button(element, 'c.Review_Submit')['disabled']).toBe(true);
  });

  it('says why when the org refuses, what went wrong, and that access is missing', async () => {
    jest.mocked(submit).mockRejectedValueOnce({ body: { message: 'Pending already.' } });
    const element = await show(true);
    await press(element, 'c.Review_Submit');
    expect(wordsOf(element)).toContain('Pending already.');
    await expectErrorStates(element, getReview);
  });
});
