import WaiveForm from 'c/waiveForm';
import { updateRecord } from 'lightning/uiRecordApi';
import getChecklist from '@salesforce/apex/GateChecklistController.getChecklist';
import {
  button,
  find,
  listen,
  press,
  provide,
  provideError,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';

const ITEM = { itemId: 'a01000000000001AAA', label: 'Presentation held' };

async function show(missing: readonly object[], itemId = ''): Promise<Rendered> {
  const element = await render('waive-form', WaiveForm, { recordId: '006000000000001AAA', itemId });
  await provide(getChecklist, { nextStage: 'Needs Analysis', missing });
  return element;
}

async function enter(element: Rendered, selector: string, value: string): Promise<void> {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-waive-form', () => {
  it('offers the open items, and needs one and a reason', async () => {
    const element = await show([ITEM, { label: 'Amount', code: 'AMOUNT' }]);
    expect(find(element, 'lightning-combobox')['options']).toEqual([
      { value: ITEM.itemId, label: ITEM.label },
    ]);
    expect(button(element, 'c.Waive')['disabled']).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('waives the item with reason and last day', async () => {
    const element = await show([ITEM], ITEM.itemId);
    const done = listen(element, 'done');
    await enter(element, 'lightning-textarea', 'Known customer');
    await enter(element, 'lightning-input', '2026-12-24');
    await press(element, 'c.Waive');
    expect(updateRecord).toHaveBeenCalledWith({
      fields: {
        Id: ITEM.itemId,
        Status__c: 'Waived',
        Waiver_Reason__c: 'Known customer',
        Waiver_Expires_On__c: '2026-12-24',
      },
    });
    expect(done).toHaveLength(1);
  });

  it('says why when the user may not waive the item', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Only an executive may waive it.' } });
    const element = await show([ITEM], ITEM.itemId);
    const done = listen(element, 'done');
    await enter(element, 'lightning-textarea', 'Known customer');
    await press(element, 'c.Waive');
    expect(wordsOf(element)).toContain('Only an executive may waive it.');
    expect(done).toEqual([]);
  });

  it('says that nothing is open, and what went wrong', async () => {
    expect(wordsOf(await show([]))).toContain('c.Waive_Nothing_Open');
    await provideError(getChecklist, 'Too many rows');
    expect(wordsOf(document.body)).toContain('Too many rows');
  });
});
