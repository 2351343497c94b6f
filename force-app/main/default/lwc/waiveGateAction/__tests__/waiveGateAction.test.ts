import WaiveGateAction from 'c/waiveGateAction';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { find, listen, render, settle } from 'testing/page';

describe('c-waive-gate-action', () => {
  it('tells the page that an item was waived, and closes', async () => {
    const element = await render('waive-gate-action', WaiveGateAction, { recordId: '006000000000001AAA' });
    const closed = listen(element, 'lightning__actionsclosescreen');
    find(element, 'c-waive-form').dispatchEvent(new CustomEvent('done'));
    await settle();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: '006000000000001AAA' }]);
    expect(closed).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('closes when the user turns back', async () => {
    const element = await render('waive-gate-action', WaiveGateAction, { recordId: '006000000000001AAA' });
    const closed = listen(element, 'lightning__actionsclosescreen');
    find(element, 'c-waive-form').dispatchEvent(new CustomEvent('cancel'));
    expect(closed).toHaveLength(1);
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
  });
});
