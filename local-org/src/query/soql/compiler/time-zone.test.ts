import { localDate, offsetMs, startOfLocalDate, toLocalDatetime } from './time-zone';

describe('time zones', () => {
  it.each([
    ['America/Los_Angeles', '2026-11-22T12:00:00Z', -8],
    ['America/Los_Angeles', '2026-07-01T12:00:00Z', -7],
    ['Asia/Kolkata', '2026-07-01T12:00:00Z', 5.5],
    ['UTC', '2026-07-01T12:00:00Z', 0],
    ['GMT', '2026-07-01T12:00:00Z', 0],
  ])('offsetMs: %s at %s is %d hours', (timeZone, instant, hours) => {
    expect(offsetMs(timeZone, Date.parse(instant))).toBe(hours * 3_600_000);
  });

  it('localDate: changes at the midnight of the zone', () => {
    expect(localDate(Date.parse('2026-11-22T07:59:59Z'), 'America/Los_Angeles')).toBe('2026-11-21');
    expect(localDate(Date.parse('2026-11-22T08:00:00Z'), 'America/Los_Angeles')).toBe('2026-11-22');
  });

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
