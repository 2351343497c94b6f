import { startOfLocalDate, toLocalDatetime } from './time-zone';

describe('time zones', () => {
  it.each([
    ['2026-03-08', '2026-03-08T08:00:00.000+0000'],
    ['2026-03-09', '2026-03-09T07:00:00.000+0000'],
    ['2026-11-01', '2026-11-01T07:00:00.000+0000'],
    ['2026-11-02', '2026-11-02T08:00:00.000+0000'],
  ])('startOfLocalDate: %s begins at %s around the change of daylight saving', (date, instant) => {
    expect(startOfLocalDate(date, 'America/Los_Angeles')).toBe(instant);
  });

  it('toLocalDatetime: shifts the digits', () => {
    expect(toLocalDatetime('2026-03-08T11:00:00.000+0000', 'America/Los_Angeles')).toBe(
      '2026-03-08T04:00:00.000+0000',
    );
  });
});
