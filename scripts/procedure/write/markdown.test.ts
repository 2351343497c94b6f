import { count, either, table } from './markdown';

describe('markdown', () => {
  it('aligns the columns of a table and escapes its separators', () => {
    expect(table(['a', 'b'], [['long', 'x|y']])).toBe('| a    | b    |\n| ---- | ---- |\n| long | x\\|y |');
  });

  it('joins words and counts units', () => {
    expect(either(['a', 'b', 'c'])).toBe('a, b or c');
    expect(either(['a'])).toBe('a');
    expect([count(1, 'days'), count(2000, 'days'), count(undefined, 'days')]).toEqual([
      '1 day',
      '2,000 days',
      '',
    ]);
  });
});
