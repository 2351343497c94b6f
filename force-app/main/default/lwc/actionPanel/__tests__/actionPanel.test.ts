import ActionPanel from 'c/actionPanel';
import { find, render } from 'testing/page';

describe('c-action-panel', () => {
  it('has a heading', async () => {
    const element = await render('action-panel', ActionPanel, { header: 'Log activity' });
    expect(find(element, 'h2').textContent).toBe('Log activity');
    await expect(element).toBeAccessible();
  });
});
