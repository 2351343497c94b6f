import { addOffset } from './time-offset';

describe('addOffset', () => {
  it.each([
    ['2026-01-31T10:00:00.000Z', 1, 'Months', '2026-02-28T10:00:00.000Z'],
    ['2026-03-10T10:00:00.000Z', -2, 'Days', '2026-03-08T10:00:00.000Z'],
    ['2026-03-10T10:00:00.000Z', 90, 'Minutes', '2026-03-10T11:30:00.000Z'],
    ['2026-12-15T10:00:00.000Z', 2, 'Months', '2027-02-15T10:00:00.000Z'],
  ])('%s and %d %s is %s', (start, offset, unit, expected) => {
    expect(new Date(addOffset(Date.parse(start), offset, unit)).toISOString()).toBe(expected);
  });
});
