import { amountText, dayText, fill, percentText, shortDayText, timeText } from 'c/formatText';

describe('formatText', () => {
  it('fill: puts values into the places of a label and leaves places without one', () => {
    expect(fill('{0} of {1}, {2}', 2, 'seven')).toBe('2 of seven, {2}');
  });

  it('amountText, percentText: are short', () => {
    expect(amountText(1234567)).toBe('$1.2M');
    expect(amountText(null)).toBe('$0');
    expect(percentText(64)).toBe('64%');
  });

  it('dayText: keeps the day of a date, and takes that of the user for a time', () => {
    expect(dayText('2026-11-29')).toBe('Nov 29, 2026');
    expect(dayText('2026-11-29T03:00:00.000Z')).toBe('Nov 28, 2026');
    expect(dayText(null)).toBe('');
    expect(shortDayText('2026-11-29')).toBe('Nov 29');
  });

  it('timeText: is the time where the user is', () => {
    expect(timeText('2026-11-29T03:00:00.000Z')).toMatch(/Nov 28, 2026, 7:00.PM/);
    expect(timeText(undefined)).toBe('');
  });
});
