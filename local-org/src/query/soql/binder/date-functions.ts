/**
 * Date functions and the field types they take.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm
 */
export const DATE_FUNCTIONS: Readonly<Record<string, 'dateOrDatetime' | 'datetime'>> = {
  CALENDAR_MONTH: 'dateOrDatetime',
  CALENDAR_QUARTER: 'dateOrDatetime',
  CALENDAR_YEAR: 'dateOrDatetime',
  DAY_IN_MONTH: 'dateOrDatetime',
  DAY_IN_WEEK: 'dateOrDatetime',
  DAY_IN_YEAR: 'dateOrDatetime',
  DAY_ONLY: 'datetime',
  FISCAL_MONTH: 'dateOrDatetime',
  FISCAL_QUARTER: 'dateOrDatetime',
  FISCAL_YEAR: 'dateOrDatetime',
  HOUR_IN_DAY: 'datetime',
  WEEK_IN_MONTH: 'dateOrDatetime',
  WEEK_IN_YEAR: 'dateOrDatetime',
};

/** Whether a function (upper-case) is a date function. */
export function isDateFunction(name: string): boolean {
  return DATE_FUNCTIONS[name] !== undefined;
}
