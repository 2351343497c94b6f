import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCell, PARSE_KINDS, type ParseKind } from './parse-cell';
import { parseDate } from './parse-date';

type Cell = string | number | boolean;
type Case = readonly [cell: Cell, expected: Cell | null];

const cases = JSON.parse(readFileSync(join(__dirname, 'cases/cells.json'), 'utf8')) as Record<
  ParseKind,
  readonly Case[]
>;

describe('parseCell', () => {
  it('has cases for every way to read a cell', () => {
    expect(PARSE_KINDS.filter((kind) => !(kind in cases) && kind !== 'money')).toEqual([]);
  });

  const rows = Object.entries(cases).flatMap(([kind, list]) =>
    list.map((row) => [kind as ParseKind, ...row] as const),
  );
  it.each(rows)('%s: reads %j as %j', (kind, cell, expected) => {
    const outcome = parseCell(kind, cell, { dateOrder: 'dmy' });
    expect(outcome.ok ? outcome.value : null).toBe(expected);
  });

  it('names the value that does not fit', () => {
    const outcome = parseCell('date', '31-02-26', { dateOrder: 'dmy' });
    expect(outcome).toEqual({ ok: false, code: 'INVALID_DATE', message: '"31-02-26" is not a date' });
  });
});

describe('parseDate', () => {
  it.each([
    ['dmy', '2026-04-03'],
    ['mdy', '2026-03-04'],
  ] as const)('reads 03/04/2026 by the order %s', (order, expected) => {
    expect(parseDate('03/04/2026', order)).toBe(expected);
  });

  it('takes the day of a real date', () => {
    expect(parseDate(new Date(Date.UTC(2026, 4, 20, 14, 30)), 'dmy')).toBe('2026-05-20');
  });
});
