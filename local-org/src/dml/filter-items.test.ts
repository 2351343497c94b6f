import { UnsupportedFeatureError, type FieldValue } from '../core';
import type { FilterItem } from '../schema';
import { compileFilter } from './filter-items';

const RECORD: Readonly<Record<string, FieldValue>> = {
  Name: 'Beta - 2',
  Amount: 100,
  Blank: null,
  Open: true,
  Day: '2026-03-01',
  Tags: 'Red;Green',
  Other: 100,
};

function passes(filters: readonly FilterItem[], logic?: string): boolean {
  return compileFilter(filters, logic)((path) => RECORD[path] ?? null);
}

describe('compileFilter', () => {
  it.each<[string, string, string, boolean]>([
    ['Name', 'equals', 'beta - 2', true],
    ['Name', 'equals', 'Alpha, Beta - 2', true],
    ['Name', 'notEqual', 'Alpha, Beta - 2', false],
    ['Name', 'startsWith', 'Alpha, Beta', true],
    ['Name', 'contains', '- 2', true],
    ['Name', 'notContain', 'x', true],
    ['Amount', 'greaterOrEqual', '100', true],
    ['Amount', 'greaterThan', '100', false],
    ['Amount', 'equals', '100.0', true],
    ['Blank', 'lessThan', '5', true],
    ['Blank', 'equals', '', true],
    ['Open', 'equals', 'True', true],
    ['Open', 'notEqual', 'True', false],
    ['Day', 'lessThan', '2026-04-01', true],
    ['Tags', 'includes', 'green', true],
    ['Tags', 'excludes', 'Blue', true],
  ])('%s %s %s is %s', (field, operation, value, expected) => {
    expect(passes([{ field, operation, value }])).toBe(expected);
  });

  it('compares with another field', () => {
    expect(passes([{ field: 'Amount', operation: 'equals', valueField: 'Other' }])).toBe(true);
  });

  it.each([
    ['1 AND 2', false],
    ['1 OR 2', true],
    ['1 AND (2 OR 3)', true],
    ['1 AND NOT 2', true],
    ['2 OR 1 AND 3', true],
  ])('combines items by %s', (logic, expected) => {
    const items = [
      { field: 'Amount', operation: 'equals', value: '100' },
      { field: 'Amount', operation: 'equals', value: '5' },
      { field: 'Open', operation: 'equals', value: 'true' },
    ];
    expect(passes(items, logic)).toBe(expected);
  });

  it('refuses bad logic', () => {
    expect(() => passes([{ field: 'Amount', operation: 'equals', value: '1' }], '1 AND')).toThrow(
      'The filter logic 1 AND is not valid',
    );
  });

  it('refuses operations it does not know, by name', () => {
    expect(() => passes([{ field: 'Amount', operation: 'within', value: '1' }])).toThrow(
      UnsupportedFeatureError,
    );
  });
});
