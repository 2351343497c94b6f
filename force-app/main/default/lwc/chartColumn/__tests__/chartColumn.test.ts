import ChartColumn from 'c/chartColumn';
import { find, findAll, render, wordsOf } from 'testing/page';

describe('c-chart-column', () => {
  it('says its value and period, and draws it', async () => {
    const column = { label: '23 Nov', text: '5', top: 50, height: 50 };
    const element = await render('chart-column', ChartColumn, { column });
    expect(wordsOf(element)).toBe('5 23 Nov');
    expect(find(element, 'rect').getAttribute('height')).toBe('50');
    await expect(element).toBeAccessible();
  });

  it('is nothing without a column', async () => {
    expect(findAll(await render('chart-column', ChartColumn), 'rect')).toEqual([]);
  });
});
