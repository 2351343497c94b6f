import StateFrame from 'c/stateFrame';
import { find, findAll, listen, press, render, wordsOf } from 'testing/page';

describe('c-state-frame', () => {
  it.each([
    ['empty', 'Nothing here'],
    ['denied', 'c.State_Denied'],
    ['failed', 'Too many rows'],
  ])('shows in words that its content is %s', async (kind, words) => {
    const state = { kind, text: 'Too many rows' };
    const element = await render('state-frame', StateFrame, {
      heading: 'Deals',
      emptyText: 'Nothing here',
      state,
    });
    expect(wordsOf(element)).toContain(words);
    expect(findAll(element, '[data-content]')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('shows that its content is on the way', async () => {
    const element = await render('state-frame', StateFrame, {
      heading: 'Deals',
      state: { kind: 'loading', text: '' },
    });
    expect(find(element, 'lightning-spinner')['alternativeText']).toBe('c.State_Loading');
    await expect(element).toBeAccessible();
  });

  it('shows its content, also when nobody gives a state', async () => {
    const element = await render('state-frame', StateFrame, { heading: 'Deals' });
    expect(findAll(element, '[data-content]')).toHaveLength(1);
  });

  it('asks again on request', async () => {
    const element = await render('state-frame', StateFrame, { state: { kind: 'failed', text: 'Broken' } });
    const asked = listen(element, 'retry');
    await press(element, 'c.State_Retry');
    expect(asked).toHaveLength(1);
  });
});
