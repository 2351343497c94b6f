import { addDays, monthOf, quarterName, quarterOf, today } from 'c/daySpan';

describe('daySpan', () => {
  it('today: is the day where the user is', () => {
    // The stand-in of the user's time zone is Los Angeles.
    expect(today(new Date('2026-11-29T03:00:00Z'))).toBe('2026-11-28');
  });

  it('addDays: crosses months and leap days', () => {
    expect(addDays('2026-11-29', 3)).toBe('2026-12-02');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('quarterOf, monthOf: have both ends in the span', () => {
    expect(quarterOf('2026-11-29')).toEqual({ start: '2026-10-01', end: '2026-12-31' });
    expect(quarterOf('2026-03-31')).toEqual({ start: '2026-01-01', end: '2026-03-31' });
    expect(monthOf('2026-02-10')).toEqual({ start: '2026-02-01', end: '2026-02-28' });
  });

  it('quarterName: is how forecasts name it', () => {
    expect(quarterName('2026-11-29')).toBe('2026-Q4');
  });
});
