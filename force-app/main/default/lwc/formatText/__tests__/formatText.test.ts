import {
  amountText,
  capitalised,
  dayText,
  fill,
  fillCount,
  percentText,
  shortDayText,
  timeText,
} from 'c/formatText';

describe('formatText', () => {
  it('fill: puts values into the places of a label and leaves places without one', () => {
    expect(fill('{0} of {1}, {2}', 2, 'seven')).toBe('2 of seven, {2}');
  });

  it('fillCount: takes the form that the count asks for', () => {
    const forms = { one: '{0} call, last {1}', other: '{0} calls, last {1}' };
    expect(fillCount(forms, 1, 'today')).toBe('1 call, last today');
    expect(fillCount(forms, 0, 'today')).toBe('0 calls, last today');
    expect(fillCount(forms, 1234, 'today')).toBe('1,234 calls, last today');
  });

  it('capitalised: begins with a capital', () => {
    expect(capitalised('oil and gas')).toBe('Oil and gas');
    expect(capitalised('')).toBe('');
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
