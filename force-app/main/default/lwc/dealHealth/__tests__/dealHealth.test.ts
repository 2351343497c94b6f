import DealHealth from 'c/dealHealth';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, subscribe } from 'lightning/messageService';
import getHealth from '@salesforce/apex/DealHealthController.getHealth';
import { expectErrorStates, find, findAll, provide, render, wordsOf } from 'testing/page';

const RECORD_ID = '006000000000001AAA';
const HEALTH = {
  opportunityId: RECORD_ID,
  score: 45,
  band: 'Watch',
  reasons: [
    { code: 'Next_Step', label: 'Next step', text: 'Write down the next step.', isMet: false, points: 20 },
    { code: 'Activity', label: 'Activity', text: 'Last activity 3 days ago.', isMet: true, points: 15 },
  ],
};

describe('c-deal-health', () => {
  it('shows the score with its reasons, what costs most first', async () => {
    const element = await render('deal-health', DealHealth, { recordId: RECORD_ID });
    await provide(getHealth, HEALTH);
    expect(find(element, '.score').getAttribute('width')).toBe('45');
    expect(find(element, 'lightning-badge')['label']).toBe('Watch');
    const icons = findAll(element, 'li lightning-icon').map((icon) => icon['alternativeText']);
    expect(icons).toEqual(['c.Health_Missed', 'c.Health_Met']);
    expect(wordsOf(element)).toContain('Write down the next step.');
    await expect(element).toBeAccessible();
  });

  it('says that a closed opportunity is not scored', async () => {
    const element = await render('deal-health', DealHealth, { recordId: RECORD_ID });
    await provide(getHealth, null);
    expect(wordsOf(element)).toContain('c.Health_Closed');
  });

  it('reads again when another part of the page changed the opportunity', async () => {
    const element = await render('deal-health', DealHealth, { recordId: RECORD_ID });
    await provide(MessageContext, {});
    // The context comes before a component is put on the page; the stand-in gives it after.
    element.remove();
    document.body.appendChild(element);
    jest.mocked(subscribe).mock.calls[0]?.[2]({ recordId: RECORD_ID });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('says what went wrong, and that access is missing', async () => {
    await expectErrorStates(await render('deal-health', DealHealth, { recordId: RECORD_ID }), getHealth);
  });
});
