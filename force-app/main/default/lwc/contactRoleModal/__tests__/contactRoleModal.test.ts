import ContactRoleModal from 'c/contactRoleModal';
import { getRecord } from 'lightning/uiRecordApi';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import addContactRole from '@salesforce/apex/GateChecklistController.addContactRole';
import { button, find, press, provide, render, settle, wordsOf, type Rendered } from 'testing/page';

async function open(): Promise<Rendered> {
  const element = await render('contact-role-modal', ContactRoleModal, {
    recordId: '006000000000001AAA',
    contactRole: 'Decision Maker',
  });
  await provide(getRecord, { fields: { AccountId: { value: '001000000000001AAA' } } });
  await provide(getPicklistValues, { values: [{ label: 'Decision Maker', value: 'Decision Maker' }] });
  return element;
}

async function choose(element: Rendered): Promise<void> {
  const picked = new CustomEvent('change', { detail: { recordId: '003000000000001AAA' } });
  find(element, 'lightning-record-picker').dispatchEvent(picked);
  await settle();
}

describe('c-contact-role-modal', () => {
  it('offers the contacts of the account, and saves only with one', async () => {
    const element = await open();
    expect(find(element, 'lightning-record-picker')['filter']).toEqual({
      criteria: [{ fieldPath: 'AccountId', operator: 'eq', value: '001000000000001AAA' }],
    });
    expect(button(element, 'c.Action_Save')['disabled']).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('adds the contact in the role that is asked for', async () => {
    const element = await open();
    await choose(element);
    await press(element, 'c.Action_Save');
    expect(addContactRole).toHaveBeenCalledWith({
      opportunityId: '006000000000001AAA',
      contactId: '003000000000001AAA',
      role: 'Decision Maker',
      isPrimary: false,
    });
    expect(element['close']).toHaveBeenCalledWith(true);
  });

  it('stays open and says why when the org refuses', async () => {
    jest.mocked(addContactRole).mockRejectedValueOnce({ body: { message: 'Already there.' } });
    const element = await open();
    await choose(element);
    await press(element, 'c.Action_Save');
    expect(wordsOf(element)).toContain('Already there.');
    expect(element['close']).not.toHaveBeenCalled();
  });
});
