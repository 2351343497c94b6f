import FieldModal from 'c/fieldModal';
import { find, press, render, type Rendered } from 'testing/page';

async function open(): Promise<Rendered> {
  return render('field-modal', FieldModal, {
    recordId: '006000000000001AAA',
    objectApiName: 'Opportunity',
    fieldApiName: 'Amount',
  });
}

describe('c-field-modal', () => {
  it('edits the one field of the record', async () => {
    const element = await open();
    expect(find(element, 'lightning-record-edit-form')).toMatchObject({ objectApiName: 'Opportunity' });
    expect(find(element, 'lightning-input-field')['fieldName']).toBe('Amount');
    await expect(element).toBeAccessible();
  });

  it('closes with true once it is saved, with false when the user turns back', async () => {
    const element = await open();
    find(element, 'lightning-record-edit-form').dispatchEvent(new CustomEvent('success'));
    await press(element, 'c.Action_Cancel');
    expect(jest.mocked(element['close'] as jest.Mock).mock.calls).toEqual([[true], [false]]);
  });
});
