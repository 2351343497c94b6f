import type { DateFunctionExpression } from '../binder/bound';
import { computed, sql, type Sql } from './sql';

/** How each date function is computed from a date text `YYYY-MM-DD...`; `$` stands for it. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  CALENDAR_YEAR: 'CAST(substr($, 1, 4) AS INTEGER)',
  CALENDAR_MONTH: 'CAST(substr($, 6, 2) AS INTEGER)',
  CALENDAR_QUARTER: '(CAST(substr($, 6, 2) AS INTEGER) + 2) / 3',
  DAY_IN_MONTH: 'CAST(substr($, 9, 2) AS INTEGER)',
  DAY_IN_WEEK: "CAST(strftime('%w', substr($, 1, 10)) AS INTEGER) + 1",
  DAY_IN_YEAR: "CAST(strftime('%j', substr($, 1, 10)) AS INTEGER)",
  DAY_ONLY: 'substr($, 1, 10)',
  HOUR_IN_DAY: 'CAST(substr($, 12, 2) AS INTEGER)',
  WEEK_IN_MONTH: '(CAST(substr($, 9, 2) AS INTEGER) + 6) / 7',
  WEEK_IN_YEAR: "(CAST(strftime('%j', substr($, 1, 10)) AS INTEGER) + 6) / 7",
};

/** Fiscal functions: those of the calendar, after the date is moved to where the fiscal year starts in January. */
const FISCAL: Readonly<Record<string, string>> = {
  FISCAL_YEAR: 'CALENDAR_YEAR',
  FISCAL_MONTH: 'CALENDAR_MONTH',
  FISCAL_QUARTER: 'CALENDAR_QUARTER',
};

/**
 * Writes a date function. Datetimes count in UTC unless convertTimezone() asks for the user's time zone.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm
 */
export function compileDateFunction(expression: DateFunctionExpression, column: string): Sql {
  const local = expression.inUserTimeZone
    ? sql`sf_local(${column}, ${computed((run) => run.timeZone)})`
    : [column];
  const calendar = FISCAL[expression.name];
  const date = calendar ? sql`sf_fiscal(${local}, ${computed((run) => run.fiscalYearStartMonth)})` : local;
  const template = FUNCTIONS[calendar ?? expression.name] ?? '';
  const parts = template.split('$');
  return sql`(CASE WHEN ${column} IS NULL THEN NULL ELSE ${parts.flatMap((part, i): Sql => (i === 0 ? [part] : [...date, part]))} END)`;
}
