import CommentModal from 'c/commentModal';
import { find, press, render } from 'testing/page';

async function open(isRequired: boolean) {
  return render('comment-modal', CommentModal, { question: 'Why?', isRequired, confirmLabel: 'Reject' });
}

describe('c-comment-modal', () => {
  it('closes with the words, trimmed', async () => {
    const element = await open(true);
    const field = find(element, 'lightning-textarea');
    field.dispatchEvent(new CustomEvent('change', { detail: { value: '  Too cheap ' } }));
    await press(element, 'Reject');
    expect(element['close']).toHaveBeenCalledWith('Too cheap');
    await expect(element).toBeAccessible();
  });

  it('stays open when needed words are missing', async () => {
    const element = await open(true);
    const report = jest.fn();
    find(element, 'lightning-textarea')['reportValidity'] = report;
    await press(element, 'Reject');
    expect(report).toHaveBeenCalled();
    expect(element['close']).not.toHaveBeenCalled();
  });

  it('closes with nothing when the user turns back', async () => {
    const element = await open(false);
    await press(element, 'c.Action_Cancel');
    expect(element['close']).toHaveBeenCalledWith(undefined);
  });
});
