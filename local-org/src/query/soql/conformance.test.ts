import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiError } from '../../core';
import type { Restrictions } from '../fixture/access-fixture';
import { CASE_FOLDER, QueryFixture } from '../fixture/query-fixture';
import type { BindValue, QueryOptions, QueryResult, ResultRecord, ResultValue } from '../types';

/** One query with what it must answer; `@acme` stands for the id of that record. */
interface SoqlCase {
  readonly soql?: string;
  readonly sosl?: string;
  /** Object and id of each record that a search finds. */
  readonly found?: readonly string[];
  /** The rows as plain objects: parents as objects, children as lists. */
  readonly rows?: unknown;
  /** The first field of each row. */
  readonly values?: unknown;
  readonly totalSize?: number;
  readonly error?: { readonly code: string; readonly message: string };
  readonly user?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly system?: boolean;
  readonly allRows?: boolean;
  readonly binds?: Readonly<Record<string, BindValue>>;
  readonly restrictions?: Restrictions;
}

const fixture = new QueryFixture();

describe.each(readdirSync(CASE_FOLDER).filter((name) => name.endsWith('.json') && name !== 'records.json'))(
  'SOQL cases of %s',
  (file) => {
    const cases = JSON.parse(readFileSync(join(CASE_FOLDER, file), 'utf8')) as Record<string, SoqlCase[]>;
    describe.each(Object.keys(cases))('%s', (group) => {
      it.each((cases[group] ?? []).map((one): [string, SoqlCase] => [titleOf(one), one]))('%s', (_, one) => {
        check(JSON.parse(fixture.withIds(JSON.stringify(one))) as SoqlCase);
      });
    });
  },
);

function titleOf({ soql, sosl, error }: SoqlCase): string {
  return `${(soql ?? sosl ?? '').slice(0, 160)} ${error ? `is refused as ${error.code}` : 'is answered'}`;
}

function check(one: SoqlCase): void {
  fixture.restrictions = one.restrictions ?? {};
  const user = { timeZone: one.timeZone ?? 'America/Los_Angeles', locale: one.locale ?? 'en_US' };
  const options: QueryOptions = {
    context: fixture.context(one.user ?? 'ann', user, one.system ? 'system' : 'user'),
    allRows: one.allRows ?? false,
    ...(one.binds && { binds: one.binds }),
  };
  const { soql = '', sosl } = one;
  const run = (): QueryResult => fixture.engine.query(soql, options);
  const search = (): string[] =>
    fixture.engine.search(sosl ?? '', options).map(({ type, id }) => `${type} ${id}`);
  if (one.error) {
    expect(failure(sosl === undefined ? run : search)).toEqual({
      code: one.error.code,
      message: expect.stringContaining(one.error.message) as unknown,
    });
    return;
  }
  if (one.found) {
    expect(search()).toEqual(one.found);
    return;
  }
  const result = run();
  if (one.totalSize !== undefined) expect(result.totalSize).toBe(one.totalSize);
  if (one.rows !== undefined) expect(rowsOf(result)).toEqual(one.rows);
  if (one.values !== undefined)
    expect(rowsOf(result).map((row) => Object.values(row)[0])).toEqual(one.values);
}

function failure(run: () => unknown): { code: string; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return { code: error.errorCode, message: error.message };
    return { code: (error as Error).name, message: (error as Error).message };
  }
  return { code: 'none', message: 'the query was answered' };
}

function rowsOf(result: QueryResult): Record<string, unknown>[] {
  return result.records.map(plainRecord);
}

function plainRecord(record: ResultRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record.fields).map(([key, value]) => [key, plain(value)]));
}

function plain(value: ResultValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('records' in value) return rowsOf(value);
  return 'compound' in value ? value.compound : plainRecord(value);
}
