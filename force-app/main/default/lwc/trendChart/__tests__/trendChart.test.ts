import TrendChart from 'c/trendChart';
import { findAll, listen, render, wordsOf } from 'testing/page';

const POINTS = [
  { key: 'w1', label: '16 Nov', value: 5, text: '5' },
  { key: 'w2', label: '23 Nov', value: 10, text: '10' },
];

describe('c-trend-chart', () => {
  it('says every period in words and draws it to scale', async () => {
    const element = await render('trend-chart', TrendChart, { summary: 'Reports a week', points: POINTS });
    expect(wordsOf(element)).toBe('Reports a week 5 16 Nov 10 23 Nov');
    expect(findAll(element, 'rect').map((bar) => bar.getAttribute('height'))).toEqual(['50', '100']);
    await expect(element).toBeAccessible();
  });

  it('sends the key of a period that is pressed', async () => {
    const element = await render('trend-chart', TrendChart, {
      summary: 'Reports',
      points: POINTS,
      selectable: true,
    });
    const chosen = listen(element, 'select');
    findAll(element, 'button')[1]?.click();
    expect(chosen).toEqual([{ key: 'w2' }]);
    await expect(element).toBeAccessible();
  });
});
