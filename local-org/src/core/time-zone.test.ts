import { isTimeZone, localDate, zoneOffsetMs } from './time-zone';

describe('time zones', () => {
  it.each([
    ['America/Los_Angeles', '2026-11-22T12:00:00Z', -8],
    ['America/Los_Angeles', '2026-07-01T12:00:00Z', -7],
    ['Asia/Kolkata', '2026-07-01T12:00:00Z', 5.5],
    ['Australia/Lord_Howe', '2026-04-04T14:59:59Z', 11],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 10.5],
    ['UTC', '2026-07-01T12:00:00Z', 0],
    ['GMT', '2026-07-01T12:00:00Z', 0],
  ])('zoneOffsetMs: %s at %s is %d hours', (timeZone, instant, hours) => {
    expect(zoneOffsetMs(timeZone, Date.parse(instant))).toBe(hours * 3_600_000);
  });

  it('localDate: changes at the midnight of the zone', () => {
    expect(localDate(Date.parse('2026-11-22T07:59:59Z'), 'America/Los_Angeles')).toBe('2026-11-21');
    expect(localDate(Date.parse('2026-11-22T08:00:00Z'), 'America/Los_Angeles')).toBe('2026-11-22');
  });

  it('isTimeZone: tells the zones that exist', () => {
    expect(['Europe/Berlin', 'GMT', 'Nowhere/Land'].map(isTimeZone)).toEqual([true, true, false]);
  });
});
