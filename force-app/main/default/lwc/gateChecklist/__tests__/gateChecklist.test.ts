import GateChecklist from 'c/gateChecklist';
import CommentModal from 'c/commentModal';
import ContactRoleModal from 'c/contactRoleModal';
import FieldModal from 'c/fieldModal';
import { refreshApex } from '@salesforce/apex';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import advance from '@salesforce/apex/GateChecklistController.advance';
import completeItem from '@salesforce/apex/GateChecklistController.completeItem';
import getChecklist from '@salesforce/apex/GateChecklistController.getChecklist';
import getReview from '@salesforce/apex/ReviewController.getReview';
import submit from '@salesforce/apex/ReviewController.submit';
import logActivity from '@salesforce/apex/GateChecklistController.logActivity';
import { button, press, provide, provideError, render, toastsOf, wordsOf, type Rendered } from 'testing/page';

jest.mock('c/commentModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/contactRoleModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/fieldModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/waiveModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const RECORD_ID = '006000000000001AAA';
const ACTIVITY = {
  code: 'GATE_ITEM',
  itemId: 'a01000000000001AAA',
  label: 'Presentation held',
  text: 'Show the decision maker the value.',
  fix: 'Activity',
  fixTarget: 'Presentation',
  isRequired: true,
  dueDate: '2026-12-01',
};
const FIELD = {
  code: 'AMOUNT',
  label: 'Amount',
  text: 'Amount',
  fix: 'Field',
  fixTarget: 'Amount',
  isRequired: true,
};
const MANUAL = {
  ...ACTIVITY,
  itemId: 'a01000000000002AAA',
  label: 'Terms agreed',
  fix: 'Manual',
  isRequired: false,
};

function checklist(...missing: object[]): object {
  return {
    opportunityId: RECORD_ID,
    stage: 'Qualification',
    nextStage: 'Needs Analysis',
    guidance: 'Find out whether there is a need.',
    canAdvance: missing.length === 0,
    missing,
  };
}

async function show(data: object): Promise<Rendered> {
  const element = await render('gate-checklist', GateChecklist, { recordId: RECORD_ID });
  await provide(getChecklist, data);
  return element;
}

describe('c-gate-checklist', () => {
  it('lists what is missing, each with what fixes it, and holds the move', async () => {
    const element = await show(checklist(ACTIVITY, FIELD));
    expect(wordsOf(element)).toContain('Presentation held Show the decision maker the value.');
    expect(button(element, 'c.Gate_Fix_Activity')['disabled']).toBe(false);
    expect(button(element, 'c.Gate_Fix_Field')).toBeTruthy();
    expect(button(element, 'c.Gate_Advance')['disabled']).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('logs the activity with one click and tells the page', async () => {
    const element = await show(checklist(ACTIVITY));
    const toasts = toastsOf(element);
    await press(element, 'c.Gate_Fix_Activity');
    expect(logActivity).toHaveBeenCalledWith({ itemId: ACTIVITY.itemId });
    expect(refreshApex).toHaveBeenCalled();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
    expect(toasts).toEqual([expect.objectContaining({ variant: 'success' })]);
  });

  it('asks for evidence of a manual item, and does nothing when the user turns back', async () => {
    const open = jest.mocked(CommentModal.open);
    const element = await show(checklist(MANUAL));
    open.mockResolvedValueOnce(undefined);
    await press(element, 'c.Gate_Fix_Manual');
    expect(completeItem).not.toHaveBeenCalled();
    open.mockResolvedValueOnce('Signed by mail');
    await press(element, 'c.Gate_Fix_Manual');
    expect(completeItem).toHaveBeenCalledWith({ itemId: MANUAL.itemId, evidence: 'Signed by mail' });
  });

  it('requests a review, and says that one waits instead of requesting it again', async () => {
    jest.mocked(CommentModal.open).mockResolvedValueOnce('Price is final');
    const element = await show(checklist({ ...ACTIVITY, fix: 'Review', label: 'Terms reviewed' }));
    await press(element, 'c.Review_Submit');
    expect(submit).toHaveBeenCalledWith({ opportunityId: RECORD_ID, comment: 'Price is final' });
    await provide(getReview, { status: 'Pending', canSubmit: false, canRecall: true, answers: [] });
    expect(wordsOf(element)).toContain('c.Review_Waiting');
    expect(wordsOf(element)).not.toContain('c.Review_Submit');
  });

  it('edits the field that is missing', async () => {
    const open = jest.mocked(FieldModal.open).mockResolvedValueOnce(true);
    await press(await show(checklist(FIELD)), 'c.Gate_Fix_Field');
    expect(open).toHaveBeenCalledWith(
      expect.objectContaining({ recordId: RECORD_ID, fieldApiName: 'Amount' }),
    );
    expect(refreshApex).toHaveBeenCalled();
  });

  it('adds a contact in the role that is asked for, or as the primary one', async () => {
    const open = jest.mocked(ContactRoleModal.open).mockResolvedValue(true);
    const item = { ...ACTIVITY, fix: 'Contact Role', fixTarget: 'Decision Maker' };
    await press(await show(checklist(item)), 'c.Gate_Fix_Contact_Role');
    const primary = { ...FIELD, code: 'PRIMARY_CONTACT', fix: 'Contact Role', fixTarget: 'IsPrimary' };
    await press(await show(checklist(primary)), 'c.Gate_Fix_Contact_Role');
    expect(open.mock.calls).toEqual([
      [expect.objectContaining({ contactRole: 'Decision Maker', isPrimary: false })],
      [expect.objectContaining({ contactRole: '', isPrimary: true })],
    ]);
  });

  it('moves on when nothing is missing, and says why when the org refuses', async () => {
    const element = await show(checklist());
    const toasts = toastsOf(element);
    await press(element, 'c.Gate_Advance');
    expect(advance).toHaveBeenCalledWith({ opportunityId: RECORD_ID });
    jest.mocked(advance).mockRejectedValueOnce({ body: { message: 'Submit it for review first.' } });
    await press(element, 'c.Gate_Advance');
    expect(toasts[1]).toMatchObject({ variant: 'error', message: 'Submit it for review first.' });
  });

  it('says that a closed opportunity needs nothing', async () => {
    expect(wordsOf(await show({ ...checklist(), nextStage: null }))).toContain('c.Gate_Closed');
  });

  it('says what went wrong, and that access is missing', async () => {
    const element = await render('gate-checklist', GateChecklist, { recordId: RECORD_ID });
    await provideError(getChecklist, 'Too many rows');
    expect(wordsOf(element)).toContain('Too many rows');
    await expect(element).toBeAccessible();
    await provideError(getChecklist, 'You have no access to this record.');
    expect(wordsOf(element)).toContain('c.State_Denied');
  });
});
