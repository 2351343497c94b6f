import { showDone, showFailed } from 'c/outcomeToast';
import type { LightningElement } from 'lwc';
import { toastsOf } from 'testing/page';

describe('outcomeToast', () => {
  it('tells what was done, and keeps on the page why something was not', () => {
    const element = document.createElement('div');
    const toasts = toastsOf(element);
    showDone(element as unknown as LightningElement, 'Saved');
    showFailed(element as unknown as LightningElement, { body: { message: 'Closed.' } });
    expect(toasts).toEqual([
      { title: 'Saved', variant: 'success' },
      { title: 'c.Action_Failed', message: 'Closed.', variant: 'error', mode: 'sticky' },
    ]);
  });
});
