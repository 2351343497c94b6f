import StatTile from 'c/statTile';
import { findAll, listen, render, wordsOf } from 'testing/page';

describe('c-stat-tile', () => {
  it('shows a figure with its name', async () => {
    const element = await render('stat-tile', StatTile, { label: 'Won', value: '$1.2M', detail: '7 deals' });
    expect(wordsOf(element)).toBe('Won $1.2M 7 deals');
    expect(findAll(element, 'button')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('is a button when it can be selected', async () => {
    const element = await render('stat-tile', StatTile, { label: 'Won', value: '$1.2M', selectable: true });
    const chosen = listen(element, 'select');
    findAll(element, 'button')[0]?.click();
    expect(chosen).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
