import BarChart, { simpleBar } from 'c/barChart';
import { findAll, listen, render, settle, wordsOf } from 'testing/page';

const ROWS = [
  simpleBar({ key: 'open', label: 'Open', text: '$200', value: 200 }),
  { key: 'won', label: 'Won', text: '-$50', parts: [{ key: 'won', from: 200, to: 150, tone: 'good' }] },
];

describe('c-bar-chart', () => {
  it('says every bar in words and draws it to scale', async () => {
    const element = await render('bar-chart', BarChart, { summary: 'Pipeline', rows: ROWS });
    expect(wordsOf(element)).toContain('Open $200 Won -$50');
    const bars = findAll(element, 'rect').map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')]);
    expect(bars).toEqual([
      ['0', '100'],
      ['75', '25'],
    ]);
    await expect(element).toBeAccessible();
  });

  it('draws values below zero left of the others', async () => {
    const rows = [
      simpleBar({ key: 'a', label: 'A', text: '-1', value: -1 }),
      simpleBar({ key: 'b', label: 'B', text: '1', value: 1 }),
    ];
    const element = await render('bar-chart', BarChart, { rows });
    expect(findAll(element, 'rect').map((bar) => bar.getAttribute('x'))).toEqual(['0', '50']);
  });

  it('sends the key of a bar that is pressed', async () => {
    const element = await render('bar-chart', BarChart, { rows: ROWS, selectable: true, selected: 'won' });
    const chosen = listen(element, 'select');
    const [first, second] = findAll(element, 'button');
    first?.click();
    await settle();
    expect(chosen).toEqual([{ key: 'open' }]);
    expect(second?.getAttribute('aria-pressed')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('names the colours of bars in pieces', async () => {
    const legend = [{ label: 'High', tone: 'watch' }];
    const element = await render('bar-chart', BarChart, { rows: ROWS, legend });
    expect(findAll(element, '.swatch').map((swatch) => swatch.className)).toEqual(['swatch swatch_watch']);
    expect(wordsOf(element)).toContain('High');
    await expect(element).toBeAccessible();
  });

  it('is an empty list without bars', async () => {
    const element = await render('bar-chart', BarChart, { summary: 'Pipeline' });
    expect(findAll(element, 'li')).toEqual([]);
  });
});
