import { FixedClock } from '../../core';
import { Schema, type SObjectDefinition } from '../../schema';
import { RecordStore } from '../../storage';
import { fixtureAccess } from '../fixture/access-fixture';
import { formulaPort } from '../fixture/formula-fixture';
import { field, sobject } from '../fixture/schema-fixture';
import { createQueryEngine } from '../query-engine';
import type { QueryEngine, QueryResult } from '../types';
import type { FormulaPort } from './formula-columns';

const MANY = 150;
const numbers = Array.from({ length: MANY }, (_, i) => `N${i}__c`);
const trip = (...formulas: [name: string, expression: string][]): SObjectDefinition =>
  sobject('Trip__c', 'a0T', [
    field('Name', 'string', { nameField: true }),
    field('Open__c', 'boolean'),
    ...numbers.map((name) => field(name, 'double')),
    ...formulas.map(([name, expression]) =>
      field(name, 'double', { formula: { expression, treatBlanksAs: 'BlankAsZero' } }),
    ),
  ]);
const user = {
  id: '005000000000001AAA',
  username: 'ann@example.com',
  profileId: '00e000000000001AAA',
  roleId: null,
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US',
};

describe('formula fields of a statement', () => {
  const clock = new FixedClock(Date.UTC(2026, 10, 22));
  const access = fixtureAccess(() => ({}));
  const twice = new Schema([trip(['Result__c', 'N0__c * 2'])]);
  const thrice = new Schema([trip(['Other__c', 'N1__c'], ['Result__c', 'N0__c * 3'])]);
  const sum = new Schema([trip(['Result__c', numbers.join(' + ')])]);
  let schema = twice;
  let computed = 0;
  const store = RecordStore.open(':memory:');
  const port = formulaPort({ schema: () => schema, store, clock });
  const counting: FormulaPort = {
    inputs: (type, formula) => port.inputs(type, formula),
    value: (inputs, values) => {
      computed++;
      return port.value(inputs, values);
    },
  };
  let engine: QueryEngine;
  const ask = (soql: string): QueryResult =>
    engine.query(soql, { context: { mode: 'system', apiVersion: 67, user } });
  const results = (soql: string): unknown[] => ask(soql).records.map(({ fields }) => fields['Result__c']);

  beforeEach(() => {
    schema = twice;
    engine = createQueryEngine({ schema: () => schema, store, access, clock, formulas: counting });
  });
  beforeAll(() => {
    store.transaction(() => store.migrate(twice));
    const type = twice.find('Trip__c');
    if (!type) throw new Error('no Trip__c');
    store.insert(
      type,
      [1, 2, 3].map((n) => ({
        Id: `a0T00000000000${n}AAA`,
        IsDeleted: false,
        Open__c: n === 1,
        N0__c: n,
        [`N${MANY - 1}__c`]: 10,
      })),
    );
  });
  afterAll(() => store.close());

  it('are those of the schema of the moment, also after a deploy is undone', () => {
    const soql = 'SELECT Result__c FROM Trip__c';
    expect(results(soql)).toEqual([2, 4, 6]);
    schema = thrice;
    expect(results(`${soql} WHERE Other__c = 0`)).toEqual([3, 6, 9]);
    expect(results(soql)).toEqual([3, 6, 9]);
    schema = twice;
    expect(results(soql)).toEqual([2, 4, 6]);
  });

  it('read what is more than SQLite takes as arguments from the record', () => {
    schema = sum;
    expect(results('SELECT Result__c FROM Trip__c')).toEqual([11, 12, 13]);
  });

  it('are computed for no record that stored fields leave out', () => {
    computed = 0;
    expect(ask('SELECT Id FROM Trip__c WHERE Result__c > 0 AND Open__c = true').totalSize).toBe(1);
    expect(computed).toBe(1);
    computed = 0;
    expect(ask('SELECT Id FROM Trip__c WHERE (NOT Result__c > 9) OR Open__c = false').totalSize).toBe(3);
    expect(computed).toBe(1);
  });

  it('are refused by name where nothing computes them', () => {
    engine = createQueryEngine({ schema: () => schema, store, access, clock });
    expect(() => ask('SELECT Result__c FROM Trip__c')).toThrow(
      'SOQL: formula field Trip__c.Result__c is not supported',
    );
  });
});
