import ChoiceModal from 'c/choiceModal';
import { button, find, press, render, settle } from 'testing/page';

const OPTIONS = [{ label: 'Pricing', value: 'Pricing' }];

describe('c-choice-modal', () => {
  it('closes with the choice, once there is one', async () => {
    const element = await render('choice-modal', ChoiceModal, {
      question: 'Where?',
      options: OPTIONS,
      confirmLabel: 'Add',
    });
    expect(button(element, 'Add')['disabled']).toBe(true);
    find(element, 'lightning-radio-group').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Pricing' } }),
    );
    await settle();
    await press(element, 'Add');
    expect(element['close']).toHaveBeenCalledWith('Pricing');
    await expect(element).toBeAccessible();
  });

  it('closes with nothing when the user turns back', async () => {
    const element = await render('choice-modal', ChoiceModal, { options: OPTIONS });
    await press(element, 'c.Action_Cancel');
    expect(element['close']).toHaveBeenCalledWith(undefined);
  });
});
