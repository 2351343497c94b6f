import { changedFields, comparedPaths } from './compare-record';
import { FieldIndex, type FieldFacts } from './field-index';

const FACTS: Omit<FieldFacts, 'name' | 'type'> = {
  length: 0, precision: 18, scale: 2, createable: true, updateable: true, nillable: true, defaultedOnCreate: false,
  restrictedPicklist: false, picklistValues: [], relationshipName: null,
}; // prettier-ignore
const FIELDS = new FieldIndex('Opportunity', [
  { ...FACTS, name: 'Name', type: 'string' },
  { ...FACTS, name: 'Amount', type: 'currency' },
  { ...FACTS, name: 'At__c', type: 'datetime' },
  { ...FACTS, name: 'OwnerId', type: 'reference' },
  { ...FACTS, name: 'Active__c', type: 'boolean' },
]);

describe('changedFields', () => {
  it.each([
    [{ Name: 'A' }, { Name: 'A' }, []],
    [{ Name: 'two\r\nlines' }, { Name: 'two\nlines' }, []],
    [{ Name: 'A' }, { Name: 'a' }, ['Name']],
    [{ Name: 'A' }, { Name: null }, ['Name']],
    [{ Name: null }, { Name: null }, []],
    [{ Amount: 10.001 }, { Amount: 10 }, []],
    [{ Amount: 10.01 }, { Amount: 10 }, ['Amount']],
    [{ Amount: 0 }, { Amount: null }, ['Amount']],
    [{ At__c: '2026-01-01T00:00:00Z' }, { At__c: '2026-01-01T00:00:00.000+0000' }, []],
    [{ OwnerId: '005000000000001' }, { OwnerId: '005000000000001AAA' }, []],
    [{ Active__c: true }, { Active__c: false }, ['Active__c']],
    [{ Account: { Key__c: 'A-1' } }, { Account: { attributes: {}, Key__c: 'a-1' } }, []],
    [{ Account: { Key__c: 'A-1' } }, { Account: null }, ['Account']],
  ])('compares %j with %j: %j', (record, held, expected) => {
    expect(changedFields(record, held, FIELDS, new Set())).toEqual(expected);
  });

  it('passes over ignored fields', () => {
    expect(changedFields({ Name: 'A' }, { Name: 'B' }, FIELDS, new Set(['Name']))).toEqual([]);
  });
});

describe('comparedPaths', () => {
  it('names fields, parents by their key, once each', () => {
    const records = [
      { Name: 'A', Account: { Key__c: 'A-1' } },
      { Name: 'B', Batch__c: 'b' },
    ];
    expect(comparedPaths(records, new Set(['Batch__c']))).toEqual(['Name', 'Account.Key__c']);
  });
});
