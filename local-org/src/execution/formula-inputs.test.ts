import { FixedClock, type FieldValue } from '../core';
import { makeField, Schema, standardObjects, type Field, type SObjectType } from '../schema';
import { RecordStore, toSql, type SqlValue } from '../storage';
import { FormulaCompiler } from './formula-compiler';
import { FormulaFieldEvaluator } from './formula-field-evaluator';
import type { FormulaInput, FormulaInputs } from './formula-inputs';

const formula = (name: string, type: Field['type'], expression: string): Field =>
  makeField({
    name,
    label: name,
    type,
    scale: 2,
    formula: { expression, treatBlanksAs: 'BlankAsZero' },
  });

const MANY = 150;
const manyFields = Array.from({ length: MANY }, (_, i) =>
  makeField({ name: `N${i}__c`, label: `N${i}`, type: 'double', precision: 10, scale: 0 }),
);

const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  Account: [
    formula('Half__c', 'double', 'AnnualRevenue / 2'),
    formula('Quarter__c', 'double', 'Half__c / 2'),
    formula('Of_Parent__c', 'double', 'Parent.Quarter__c + Parent.Parent.AnnualRevenue'),
    formula('Circle__c', 'double', 'Circle_Back__c + 1'),
    formula('Circle_Back__c', 'double', 'Circle__c + AnnualRevenue'),
    ...manyFields,
    formula('Many__c', 'double', manyFields.map(({ name }) => name).join(' + ')),
  ],
  Case: [formula('Owner_Name__c', 'string', 'Owner:User.LastName & Owner:Queue.QueueName')],
};
const schema = new Schema(
  standardObjects().map((definition) => ({
    ...definition,
    fields: [...definition.fields, ...(FIELDS[definition.name] ?? [])],
  })),
);
const typeNamed = (name: string): SObjectType => schema.find(name) as SObjectType;
const user = {
  id: '005000000000001AAA',
  username: 'rep@example.com',
  profileId: '00e000000000001AAA',
  roleId: null,
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
};

describe('formula inputs', () => {
  const store = RecordStore.open(':memory:');
  const globals = {
    globalType: () => undefined,
    reader: (path: readonly string[]) => ({
      key: path.join('.'),
      dependsOnRecord: false,
      value: (): FieldValue => null,
    }),
  };
  const compiler = new FormulaCompiler(globals);
  const formulas = new FormulaFieldEvaluator({
    schema: () => schema,
    store,
    clock: new FixedClock(Date.UTC(2026, 10, 22)),
    compiler,
    globals,
  });

  beforeAll(() => {
    store.transaction(() => store.migrate(schema));
    store.insert(typeNamed('User'), [{ Id: user.id, LastName: 'Rep' }]);
    store.insert(typeNamed('Account'), [
      { Id: '001000000000001AAA', AnnualRevenue: 100 },
      { Id: '001000000000002AAA', AnnualRevenue: 8, ParentId: '001000000000001AAA' },
      { Id: '001000000000003AAA', ParentId: '001000000000002AAA', N0__c: 3, [`N${MANY - 1}__c`]: 4 },
    ]);
    store.insert(typeNamed('Case'), [{ Id: '500000000000001AAA', OwnerId: user.id }]);
  });
  afterAll(() => store.close());

  const inputsOf = (objectName: string, fieldName: string): FormulaInputs => {
    const type = typeNamed(objectName);
    return formulas.inputs(type, type.field(fieldName) as Field);
  };
  const pathOf = ({ steps, field }: FormulaInput): string =>
    [...steps.map(({ reference }) => reference.name), field.name].join('.');

  /** What a query hands over: each input, read by following its lookups. */
  const valuesOf = (inputs: FormulaInputs, id: string): SqlValue[] =>
    inputs.list.map(({ steps, field }) => {
      let record = store.find(inputs.record.type, id);
      for (const { reference, parent } of steps)
        record = record && store.find(parent, String(record[reference.name]));
      return toSql(record?.[field.name]);
    });
  const computed = (objectName: string, fieldName: string, id: string): FieldValue => {
    const inputs = inputsOf(objectName, fieldName);
    return formulas.open(user).valueOfInputs(inputs, valuesOf(inputs, id));
  };

  it('are stored fields, also those that other formulas of the record and its parents read', () => {
    expect(inputsOf('Account', 'Quarter__c').list.map(pathOf)).toEqual(['Id', 'AnnualRevenue']);
    expect(inputsOf('Account', 'Of_Parent__c').list.map(pathOf)).toEqual([
      'Id',
      'ParentId.Id',
      'ParentId.AnnualRevenue',
      'ParentId.ParentId.Id',
      'ParentId.ParentId.AnnualRevenue',
    ]);
  });

  it('hold the id alone of a parent that may be of several objects', () => {
    expect(inputsOf('Case', 'Owner_Name__c').list.map(pathOf)).toEqual(['Id', 'OwnerId']);
  });

  it('end with formulas that read each other', () => {
    expect(inputsOf('Account', 'Circle__c').list.map(pathOf)).toEqual(['Id', 'AnnualRevenue']);
  });

  it('are no more than SQLite takes as arguments', () => {
    expect(inputsOf('Account', 'Many__c').list).toHaveLength(100);
  });

  it.each([
    ['Account', 'Quarter__c', '001000000000001AAA', 25],
    ['Account', 'Of_Parent__c', '001000000000003AAA', 102],
    ['Account', 'Of_Parent__c', '001000000000001AAA', 0],
    ['Account', 'Circle__c', '001000000000002AAA', 9],
    ['Account', 'Many__c', '001000000000003AAA', 7],
    ['Case', 'Owner_Name__c', '500000000000001AAA', 'Rep'],
  ])('valueOfInputs: %s.%s of %s is what the stored record gives', (objectName, fieldName, id, expected) => {
    expect(computed(objectName, fieldName, id)).toBe(expected);
    expect(formulas.open(user).valueOf(objectName, fieldName, id)).toBe(expected);
  });

  it('valueOfInputs: computes the same once', () => {
    const session = formulas.open(user);
    const compute = jest.spyOn(session, 'formulaFieldValue');
    const inputs = inputsOf('Account', 'Half__c');
    const ask = (id: string): FieldValue => session.valueOfInputs(inputs, valuesOf(inputs, id));
    expect([ask('001000000000001AAA'), ask('001000000000001AAA'), ask('001000000000002AAA')]).toEqual([
      50, 50, 4,
    ]);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('valueOfInputs: reads no record again', () => {
    const inputs = inputsOf('Account', 'Of_Parent__c');
    const values = valuesOf(inputs, '001000000000003AAA');
    const find = jest.spyOn(store, 'find');
    formulas.open(user).valueOfInputs(inputs, values);
    expect(find).not.toHaveBeenCalled();
    find.mockRestore();
  });
});
