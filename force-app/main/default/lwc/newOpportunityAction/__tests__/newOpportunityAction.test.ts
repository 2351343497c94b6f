import NewOpportunityAction from 'c/newOpportunityAction';
import { find, findAll, listen, press, render, settle } from 'testing/page';
import { navigate } from 'testing/navigation';

const ACCOUNT_ID = '001000000000001AAA';

describe('c-new-opportunity-action', () => {
  it('asks for what every opportunity needs', async () => {
    const element = await render('new-opportunity-action', NewOpportunityAction, { recordId: ACCOUNT_ID });
    expect(findAll(element, 'lightning-input-field').map((field) => field['fieldName'])).toEqual(
      expect.arrayContaining(['Name', 'Amount', 'CloseDate']),
    );
    await expect(element).toBeAccessible();
  });

  it('saves it for the account in the first stage, and goes to it', async () => {
    const element = await render('new-opportunity-action', NewOpportunityAction, { recordId: ACCOUNT_ID });
    const form = find(element, 'lightning-record-edit-form');
    const submit = jest.fn();
    form['submit'] = submit;
    form.dispatchEvent(
      new CustomEvent('submit', { cancelable: true, detail: { fields: { Name: 'Perimeter' } } }),
    );
    expect(submit).toHaveBeenCalledWith({
      Name: 'Perimeter',
      AccountId: ACCOUNT_ID,
      StageName: 'Qualification',
    });
    form.dispatchEvent(new CustomEvent('success', { detail: { id: '006000000000001AAA' } }));
    await settle();
    expect(navigate).toHaveBeenCalledWith(
      expect.objectContaining({ attributes: { recordId: '006000000000001AAA', actionName: 'view' } }),
    );
  });

  it('closes when the user turns back', async () => {
    const element = await render('new-opportunity-action', NewOpportunityAction, { recordId: ACCOUNT_ID });
    const closed = listen(element, 'lightning__actionsclosescreen');
    await press(element, 'c.Action_Cancel');
    expect(closed).toHaveLength(1);
  });
});
