import { makeField } from '../../../schema';
import { combine } from './boolean-filter';
import { filterCondition } from './field-comparison';
import { SoqlBinds } from './soql-condition';

const FIELDS = {
  Text: makeField({ name: 'Text', label: 'Text', type: 'string' }),
  Number: makeField({ name: 'Number', label: 'Number', type: 'currency' }),
  Flag: makeField({ name: 'Flag', label: 'Flag', type: 'boolean' }),
  Day: makeField({ name: 'Day', label: 'Day', type: 'date' }),
  Moment: makeField({ name: 'Moment', label: 'Moment', type: 'datetime' }),
  Several: makeField({ name: 'Several', label: 'Several', type: 'multipicklist' }),
};

describe('filterCondition', () => {
  it.each([
    ['Text', 'equals', 'a, "b, c"', '(Text = :v0 OR Text = :v1)', ['a', 'b, c']],
    ['Text', 'notEqual', 'a,b', '(Text != :v0 AND Text != :v1)', ['a', 'b']],
    ['Text', 'equals', '', 'Text = null', []],
    ['Text', 'contains', '50%_', 'Text LIKE :v0', ['%50\\%\\_%']],
    ['Text', 'notContain', 'a,b', '(NOT (Text LIKE :v0 OR Text LIKE :v1))', ['%a%', '%b%']],
    ['Text', 'startsWith', 'a', 'Text LIKE :v0', ['a%']],
    ['Number', 'greaterThan', '$1000', 'Number > :v0', [1000]],
    ['Flag', 'equals', '1', 'Flag = :v0', [true]],
    ['Flag', 'notEqual', '0', 'Flag != :v0', [false]],
    ['Day', 'equals', '1/31/2026', 'Day = :v0', ['2026-01-31']],
    ['Day', 'lessThan', 'today', 'Day < TODAY', []],
    ['Day', 'greaterOrEqual', 'LAST_N_DAYS:7', 'Day >= LAST_N_DAYS:7', []],
    ['Moment', 'lessOrEqual', '1/31/2026', 'Moment < :v0', ['2026-02-01T08:00:00.000+0000']],
    ['Moment', 'greaterThan', '2026-01-31', 'Moment >= :v0', ['2026-02-01T08:00:00.000+0000']],
    [
      'Moment',
      'notEqual',
      '2026-01-31',
      '(NOT (Moment >= :v0 AND Moment < :v1))',
      ['2026-01-31T08:00:00.000+0000', '2026-02-01T08:00:00.000+0000'],
    ],
    ['Several', 'includes', 'a,b', 'Several INCLUDES (:v0, :v1)', ['a', 'b']],
  ] as const)('%s %s %j', (name, operation, value, soql, values) => {
    const binds = new SoqlBinds();
    const writer = { binds, timeZone: 'America/Los_Angeles' };
    expect(filterCondition(writer, { path: name, field: FIELDS[name] }, operation, value)).toBe(soql);
    expect(Object.values(binds.all)).toEqual(values);
  });

  it.each([
    ['Number', 'equals', 'many', "'many' is not a valid value of Number"],
    ['Day', 'lessThan', 'someday', "'someday' is not a valid value of Day"],
    ['Text', 'within', '1:2:3', 'List view filter operation within is not supported'],
  ] as const)('refuses %s %s %j', (name, operation, value, message) => {
    const writer = { binds: new SoqlBinds(), timeZone: 'UTC' };
    expect(() => filterCondition(writer, { path: name, field: FIELDS[name] }, operation, value)).toThrow(
      message,
    );
  });
});

describe('combine', () => {
  it.each([
    [null, '(a AND b AND c)'],
    ['1 AND (2 OR 3)', '(a AND (b OR c))'],
    ['1 OR 2 AND 3', '(a OR (b AND c))'],
    ['NOT 1 and not (2 or 3)', '((NOT a) AND (NOT (b OR c)))'],
    ['3', 'c'],
  ])('%j', (logic, soql) => {
    expect(combine(['a', 'b', 'c'], logic)).toBe(soql);
  });

  it.each(['1 AND', '1 AND 4', '(1', '1 2', 'x'])('refuses %s', (logic) => {
    expect(() => combine(['a', 'b', 'c'], logic)).toThrow('Invalid filter logic');
  });
});
