import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { SqlValue } from '../../../storage';
import type { FormulaColumns } from '../formula-columns';
import { FORMULA_FUNCTION } from './formula-sql';
import { toLocalDatetime } from './time-zone';

const EARTH_RADIUS = { mi: 3958.7613, km: 6371.0088 };

/** Registers the functions that compiled queries call. */
export function registerFunctions(database: DatabaseSync, formulas: FormulaColumns | null): void {
  const pure = { deterministic: true };
  if (formulas) {
    database.function(FORMULA_FUNCTION, { varargs: true }, (...values: SQLOutputValue[]) =>
      formulas.value(values as SqlValue[]),
    );
  }
  database.function('sf_fold', pure, (value: SQLOutputValue) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
  database.function('sf_local', pure, (value: SQLOutputValue, timeZone: SQLOutputValue) =>
    typeof value === 'string' ? toLocalDatetime(value, String(timeZone)) : null,
  );
  database.function('sf_fiscal', pure, (value: SQLOutputValue, firstMonth: SQLOutputValue) =>
    fiscalDate(value, Number(firstMonth)),
  );
  database.function('sf_includes', pure, (value: SQLOutputValue, list: SQLOutputValue) =>
    includes(value, String(list)),
  );
  database.function(
    'sf_search',
    { ...pure, varargs: true },
    (pattern: SQLOutputValue, ...texts: SQLOutputValue[]) =>
      Number(texts.some((text) => typeof text === 'string' && expressionOf(String(pattern)).test(text))),
  );
  database.function('sf_distance', { ...pure, varargs: true }, (...values: SQLOutputValue[]) =>
    distance(values),
  );
}

let lastPattern = '';
let lastExpression = /(?:)/;

/** The regular expression of a search; one search asks for the same one with every row. */
function expressionOf(pattern: string): RegExp {
  if (pattern !== lastPattern) {
    lastPattern = pattern;
    lastExpression = new RegExp(pattern, 'iu');
  }
  return lastExpression;
}

/** Moves a date so that its calendar month is its fiscal month. A fiscal year is named after the year it ends in. */
function fiscalDate(value: SQLOutputValue, firstMonth: number): SqlValue {
  if (typeof value !== 'string') return null;
  if (firstMonth === 1) return value;
  const [year, month] = [Number(value.slice(0, 4)), Number(value.slice(5, 7))];
  const moved = new Date(Date.UTC(year, month - 1 + (13 - firstMonth), 1)).toISOString();
  return moved.slice(0, 7) + value.slice(7);
}

/** INCLUDES: null when nothing is selected, unless the list asks for that. */
function includes(value: SQLOutputValue, list: string): SqlValue {
  const wanted = JSON.parse(list) as (string | null)[];
  if (typeof value !== 'string') return wanted.includes(null) ? 1 : null;
  const selected = new Set(value.toLowerCase().split(';'));
  return Number(
    wanted.some(
      (item) =>
        item !== null &&
        item
          .toLowerCase()
          .split(';')
          .every((part) => selected.has(part)),
    ),
  );
}

/** Great-circle distance between two points. */
function distance(values: readonly SQLOutputValue[]): SqlValue {
  const [lat1, lon1, lat2, lon2] = values
    .slice(0, 4)
    .map((v) => (typeof v === 'number' ? (v * Math.PI) / 180 : NaN)) as [number, number, number, number];
  const half =
    Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  const result = 2 * EARTH_RADIUS[values[4] === 'km' ? 'km' : 'mi'] * Math.asin(Math.sqrt(half));
  return Number.isNaN(result) ? null : result;
}
