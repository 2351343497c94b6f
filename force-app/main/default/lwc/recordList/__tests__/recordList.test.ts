import RecordList from 'c/recordList';
import { findAll, listen, press, render, wordsOf } from 'testing/page';

const ROW = {
  key: 'a',
  recordId: '006000000000001AAA',
  title: '<b>Perimeter</b>',
  value: '$1.2M',
  badge: 'Overdue',
  facts: ['Palisade Security', '', 'Due Dec 1, 2026'],
  actions: [{ name: 'retry', label: 'Retry' }],
};

describe('c-record-list', () => {
  it('shows each record with its facts, its page and its state; markup is text', async () => {
    const element = await render('record-list', RecordList, { summary: 'Deals', rows: [ROW] });
    expect(wordsOf(element)).toContain('<b>Perimeter</b> Overdue $1.2M Palisade Security Due Dec 1, 2026');
    expect(findAll(element, 'a')[0]?.getAttribute('href')).toBe('/to/006000000000001AAA');
    await expect(element).toBeAccessible();
  });

  it('shows a title without record as text', async () => {
    const element = await render('record-list', RecordList, {
      rows: [{ key: 'a', title: 'LOCK', facts: [] }],
    });
    expect(findAll(element, 'a')).toEqual([]);
    expect(wordsOf(element)).toBe('LOCK');
  });

  it('shows the first rows, and all on request', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => ({
      key: String(index),
      title: `Deal ${index}`,
      facts: [],
    }));
    const element = await render('record-list', RecordList, { rows });
    expect(findAll(element, 'li')).toHaveLength(5);
    await press(element, 'c.List_Show_All');
    expect(findAll(element, 'li')).toHaveLength(7);
    await press(element, 'c.List_Show_Fewer');
    expect(findAll(element, 'li')).toHaveLength(5);
  });

  it('sends what is done with which row', async () => {
    const element = await render('record-list', RecordList, { rows: [ROW] });
    const done = listen(element, 'rowaction');
    await press(element, 'Retry');
    expect(done).toEqual([{ key: 'a', name: 'retry' }]);
  });
});
