import ActionPanel from 'c/actionPanel';
import { find, findAll, render } from 'testing/page';

describe('c-action-panel', () => {
  it('has a heading', async () => {
    const element = await render('action-panel', ActionPanel, { header: 'Log activity' });
    expect(find(element, 'h2').textContent).toBe('Log activity');
    expect(findAll(element, '.slds-modal__footer')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('has no empty footer below a form that brings its buttons', async () => {
    const element = await render('action-panel', ActionPanel, { header: 'New', noFooter: true });
    expect(findAll(element, '.slds-modal__footer')).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
