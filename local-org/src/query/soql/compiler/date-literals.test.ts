import { dateRange } from './date-literals';

const settings = { today: '2026-11-22', firstDayOfWeek: 0, fiscalYearStartMonth: 1 };

describe('dateRange', () => {
  // 2026-11-22 is a Sunday.
  it.each([
    ['YESTERDAY', 0, '2026-11-21', '2026-11-22'],
    ['TODAY', 0, '2026-11-22', '2026-11-23'],
    ['TOMORROW', 0, '2026-11-23', '2026-11-24'],
    ['LAST_90_DAYS', 0, '2026-08-24', '2026-11-23'],
    ['NEXT_90_DAYS', 0, '2026-11-23', '2027-02-21'],
    ['LAST_N_DAYS', 1, '2026-11-21', '2026-11-23'],
    ['NEXT_N_DAYS', 1, '2026-11-23', '2026-11-24'],
    ['N_DAYS_AGO', 3, '2026-11-19', '2026-11-20'],
    ['LAST_WEEK', 0, '2026-11-15', '2026-11-22'],
    ['THIS_WEEK', 0, '2026-11-22', '2026-11-29'],
    ['NEXT_WEEK', 0, '2026-11-29', '2026-12-06'],
    ['LAST_N_WEEKS', 2, '2026-11-08', '2026-11-22'],
    ['NEXT_N_WEEKS', 2, '2026-11-29', '2026-12-13'],
    ['N_WEEKS_AGO', 2, '2026-11-08', '2026-11-15'],
    ['LAST_MONTH', 0, '2026-10-01', '2026-11-01'],
    ['THIS_MONTH', 0, '2026-11-01', '2026-12-01'],
    ['NEXT_MONTH', 0, '2026-12-01', '2027-01-01'],
    ['LAST_N_MONTHS', 12, '2025-11-01', '2026-11-01'],
    ['NEXT_N_MONTHS', 2, '2026-12-01', '2027-02-01'],
    ['N_MONTHS_AGO', 11, '2025-12-01', '2026-01-01'],
    ['LAST_QUARTER', 0, '2026-07-01', '2026-10-01'],
    ['THIS_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['NEXT_QUARTER', 0, '2027-01-01', '2027-04-01'],
    ['LAST_N_QUARTERS', 2, '2026-04-01', '2026-10-01'],
    ['NEXT_N_QUARTERS', 2, '2027-01-01', '2027-07-01'],
    ['N_QUARTERS_AGO', 2, '2026-04-01', '2026-07-01'],
    ['LAST_YEAR', 0, '2025-01-01', '2026-01-01'],
    ['THIS_YEAR', 0, '2026-01-01', '2027-01-01'],
    ['NEXT_YEAR', 0, '2027-01-01', '2028-01-01'],
    ['LAST_N_YEARS', 2, '2024-01-01', '2026-01-01'],
    ['NEXT_N_YEARS', 2, '2027-01-01', '2029-01-01'],
    ['N_YEARS_AGO', 2, '2024-01-01', '2025-01-01'],
  ])('%s:%i starts on %s and ends before %s', (name, count, start, end) => {
    expect(dateRange(name, count, settings)).toEqual({ start, end });
  });

  it.each([
    ['THIS_FISCAL_YEAR', 0, '2026-04-01', '2027-04-01'],
    ['LAST_FISCAL_YEAR', 0, '2025-04-01', '2026-04-01'],
    ['NEXT_N_FISCAL_YEARS', 2, '2027-04-01', '2029-04-01'],
    ['N_FISCAL_YEARS_AGO', 1, '2025-04-01', '2026-04-01'],
    ['THIS_FISCAL_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['LAST_N_FISCAL_QUARTERS', 1, '2026-07-01', '2026-10-01'],
    ['N_FISCAL_QUARTERS_AGO', 3, '2026-01-01', '2026-04-01'],
  ])('%s:%i of a fiscal year from April starts on %s and ends before %s', (name, count, start, end) => {
    expect(dateRange(name, count, { ...settings, fiscalYearStartMonth: 4 })).toEqual({ start, end });
  });

  it('THIS_FISCAL_QUARTER follows a fiscal year that starts in February', () => {
    const january = { ...settings, today: '2027-01-31', fiscalYearStartMonth: 2 };
    expect(dateRange('THIS_FISCAL_QUARTER', 0, january)).toEqual({ start: '2026-11-01', end: '2027-02-01' });
    expect(dateRange('THIS_FISCAL_YEAR', 0, january)).toEqual({ start: '2026-02-01', end: '2027-02-01' });
  });

  it('THIS_WEEK begins on Monday where the week does', () => {
    expect(dateRange('THIS_WEEK', 0, { ...settings, firstDayOfWeek: 1 })).toEqual({
      start: '2026-11-16',
      end: '2026-11-23',
    });
  });

  it('refuses a literal by name', () => {
    expect(() => dateRange('LAST_N_DECADES', 1, settings)).toThrow('SOQL: LAST_N_DECADES');
  });
});
