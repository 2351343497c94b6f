import { inLists, MAX_QUERY_LENGTH, quoteSoql, startsWithSoql } from './soql';

describe('SOQL literals', () => {
  it.each([
    ["O'Neil", "'O\\'Neil'"],
    ['back\\slash', "'back\\\\slash'"],
    ['two\nlines', "'two\\nlines'"],
  ])('quoteSoql: writes %j as %s', (value, literal) => {
    expect(quoteSoql(value)).toBe(literal);
  });

  it('startsWithSoql: keeps wildcards of the prefix literal', () => {
    expect(startsWithSoql('50%_')).toBe("'50\\%\\_%'");
  });

  it('inLists: splits before the query grows too long, losing nothing', () => {
    const values = Array.from({ length: 2_000 }, (_, index) => `KEY-${index}`);
    const lists = inLists(values, 1_000);
    expect(lists.length).toBeGreaterThan(1);
    expect(lists.every((list) => encodeURIComponent(list).length <= MAX_QUERY_LENGTH)).toBe(true);
    expect(lists.join(',').split(',')).toHaveLength(2_000);
  });

  it('inLists: has no list for no values', () => {
    expect(inLists([], 0)).toEqual([]);
  });
});
