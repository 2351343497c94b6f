import ChartBar from 'c/chartBar';
import { findAll, render, wordsOf } from 'testing/page';

const BAR = {
  label: 'Competitor',
  text: '9',
  detail: '4 Critical, 5 High',
  parts: [
    { key: 'Critical', x: 0, width: 40, tone: 'bad' },
    { key: 'High', x: 40, width: 50, tone: 'watch' },
  ],
};

describe('c-chart-bar', () => {
  it('says what it shows, also what its pieces say, and draws them', async () => {
    const element = await render('chart-bar', ChartBar, { bar: BAR });
    expect(wordsOf(element)).toBe('Competitor 9 4 Critical, 5 High');
    expect(findAll(element, 'rect').map((part) => part.getAttribute('class'))).toEqual([
      'part part_bad',
      'part part_watch',
    ]);
    await expect(element).toBeAccessible();
  });

  it('is nothing without a bar', async () => {
    expect(wordsOf(await render('chart-bar', ChartBar))).toBe('');
  });
});
