import WaiveModal from 'c/waiveModal';
import { find, render } from 'testing/page';

describe('c-waive-modal', () => {
  it('closes with what became of the form', async () => {
    const element = await render('waive-modal', WaiveModal, {
      recordId: '006000000000001AAA',
      itemId: 'a01',
    });
    const form = find(element, 'c-waive-form');
    form.dispatchEvent(new CustomEvent('done'));
    form.dispatchEvent(new CustomEvent('cancel'));
    expect((element['close'] as jest.Mock).mock.calls).toEqual([[true], [false]]);
    await expect(element).toBeAccessible();
  });
});
