import { formatAutoNumber } from './auto-number';

describe('formatAutoNumber', () => {
  it.each([
    ['{0000}', 7, '0007'],
    ['OPP-{0}', 12, 'OPP-12'],
    ['{000}', 1234, '1234'],
    ['A-{YYYY}{MM}{DD}-{00}', 3, 'A-20261122-03'],
    ['{YY}/{0000000000}', 5, '26/0000000005'],
  ])('writes %s with %d as %s', (format, sequence, text) => {
    expect(formatAutoNumber(format, sequence, '2026-11-22')).toBe(text);
  });
});
