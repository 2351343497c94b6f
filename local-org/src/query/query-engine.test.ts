import { ApiError, type RecordValues } from '../core';
import { Schema } from '../schema';
import { RecordStore } from '../storage';
import { fixtureAccess } from './fixture/access-fixture';
import { QueryFixture } from './fixture/query-fixture';
import { FIXTURE_DEFINITIONS, field, sobject } from './fixture/schema-fixture';
import { createQueryEngine } from './query-engine';
import type { QueryResult, ResultRecord } from './types';

const fixture = new QueryFixture();
const context = fixture.context('ann');
const query = (soql: string): QueryResult => fixture.engine.query(soql, { context });
const first = (soql: string): ResultRecord => query(soql).records[0] as ResultRecord;

describe('query', () => {
  it('names the object and id of records, also when the id is not selected', () => {
    expect(query('SELECT Name FROM account LIMIT 1')).toEqual({
      entityName: 'Account',
      totalSize: 1,
      records: [{ type: 'Account', id: fixture.withIds('@acme'), fields: { Name: 'Acme' } }],
    });
  });

  it('types the record behind a reference to several objects as Name', () => {
    expect(first('SELECT What.Name FROM Task').fields['What']).toEqual({
      type: 'Name',
      id: fixture.withIds('@acme'),
      fields: { Name: 'Acme' },
    });
  });

  it('types TYPEOF branches by their object, and ELSE as Name', () => {
    const soql = 'SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Task LIMIT 2';
    const types = query(soql).records.map((record) => (record.fields['What'] as ResultRecord).type);
    expect(types).toEqual(['Account', 'Name']);
  });

  it('types aggregate rows as AggregateResult without id', () => {
    expect(first('SELECT COUNT(Id) FROM Account')).toEqual({
      type: 'AggregateResult',
      id: null,
      fields: { expr0: 5 },
    });
  });

  it('answers children as a list with their object and count', () => {
    expect(first('SELECT (SELECT FirstName FROM Contacts) FROM Account').fields['Contacts']).toMatchObject({
      entityName: 'Contact',
      totalSize: 2,
      records: [{ type: 'Contact', fields: { FirstName: 'Ada' } }, { type: 'Contact' }],
    });
  });

  it('keeps fields in SELECT order', () => {
    expect(Object.keys(first('SELECT Phone, Owner.Name, Id, Name FROM Account').fields)).toEqual([
      'Phone',
      'Owner',
      'Id',
      'Name',
    ]);
  });

  it('tells which records FOR VIEW has shown', () => {
    fixture.shown.length = 0;
    query('SELECT Id FROM Account LIMIT 2 FOR VIEW');
    expect(fixture.shown).toEqual(['VIEW Account 2']);
  });

  it('refuses a text literal of 4,000 characters', () => {
    expect(() => query(`SELECT Id FROM Account WHERE Name = '${'x'.repeat(4000)}'`)).toThrow(ApiError);
    expect(query(`SELECT Id FROM Account WHERE Name = '${'x'.repeat(3999)}'`).totalSize).toBe(0);
  });

  it('takes thousands of conditions', () => {
    const conditions = Array.from({ length: 2500 }, (_, i) => `Phone = '${i}'`).join(' OR ');
    expect(query(`SELECT Name FROM Account WHERE ${conditions} OR Name = 'acme'`).totalSize).toBe(1);
  });

  it('refuses a statement of more than 100,000 characters', () => {
    const list = new Array(9000).fill("'abcdefghi'").join(', ');
    expect(() => query(`SELECT Id FROM Account WHERE Name IN (${list})`)).toThrow(
      'SOQL statements cannot be longer than 100000 characters',
    );
  });

  it('computes date literals anew for each run', () => {
    const moved = new QueryFixture();
    const soql = 'SELECT Name FROM Opportunity WHERE CloseDate = TODAY';
    const run = (): number => moved.engine.query(soql, { context: moved.context('ann') }).totalSize;
    expect(run()).toBe(1);
    moved.clock.advance(86_400_000);
    expect(run()).toBe(0);
  });

  it('gives MIN and MAX of values outside the value set by text, after those inside', () => {
    const other = new QueryFixture();
    other.store.database.exec(`UPDATE "Opportunity" SET "StageName" = 'Aborted' WHERE "Name" = 'Loose End'`);
    const { records } = other.engine.query('SELECT MIN(StageName) lo, MAX(StageName) hi FROM Opportunity', {
      context: other.context('ann'),
    });
    expect(records[0]?.fields).toEqual({ lo: 'Qualification', hi: 'Stalled' });
    const ordered = other.engine.query('SELECT StageName FROM Opportunity ORDER BY StageName DESC LIMIT 2', {
      context: other.context('ann'),
    });
    expect(ordered.records.map((record) => record.fields['StageName'])).toEqual(['Stalled', 'Aborted']);
  });
});

describe('a changed schema', () => {
  it('is used by the next query with the same text', () => {
    const store = RecordStore.open(':memory:');
    let schema = new Schema(FIXTURE_DEFINITIONS);
    store.migrate(schema);
    const engine = createQueryEngine({
      schema: () => schema,
      store,
      access: fixtureAccess(() => ({})),
      clock: fixture.clock,
    });
    const soql = 'SELECT Extra__c FROM Extra__c';
    expect(() => engine.query(soql, { context })).toThrow("sObject type 'Extra__c' is not supported");
    schema = new Schema([...FIXTURE_DEFINITIONS, sobject('Extra__c', 'a09', [field('Extra__c', 'string')])]);
    store.migrate(schema);
    const type = schema.find('Extra__c');
    const record: RecordValues = { Id: 'a09000000000001AAA', Extra__c: 'here', IsDeleted: false };
    if (type) store.insert(type, [record]);
    expect(engine.query(soql, { context }).records.map((row) => row.fields['Extra__c'])).toEqual(['here']);
  });

  it('FOR VIEW is refused by name when nothing keeps what users have seen', () => {
    const engine = createQueryEngine({
      schema: () => new Schema(FIXTURE_DEFINITIONS),
      store: fixture.store,
      access: fixtureAccess(() => ({})),
      clock: fixture.clock,
    });
    expect(() => engine.query('SELECT Id FROM Account FOR VIEW', { context })).toThrow(
      'SOQL: FOR VIEW is not supported',
    );
  });
});

describe('aggregate rows', () => {
  it('are refused above 2,000, which cannot be fetched in batches', () => {
    const many = new QueryFixture();
    const type = new Schema(FIXTURE_DEFINITIONS).find('Profile');
    if (!type) throw new Error('no Profile');
    const ids = many.store.newIds(type, 2001);
    many.store.transaction(() =>
      many.store.insert(
        type,
        ids.map((Id, i) => ({ Id, Name: `P ${i}`, IsDeleted: false })),
      ),
    );
    const run = (soql: string): QueryResult => many.engine.query(soql, { context: many.context('ann') });
    expect(() => run('SELECT Name, COUNT(Id) FROM Profile GROUP BY Name')).toThrow(
      'Aggregate query does not support queryMore()',
    );
    expect(run('SELECT Name, COUNT(Id) FROM Profile GROUP BY Name LIMIT 2000').totalSize).toBe(2000);
    expect(run('SELECT Name FROM Profile').totalSize).toBe(2003);
  });
});

describe('columns', () => {
  it('describes fields, parents and children', () => {
    const answer = fixture.engine.columns(
      'SELECT Id, Amount, Account.Name, (SELECT Subject FROM Tasks) FROM Opportunity',
      { context },
    );
    expect(answer).toMatchObject({
      entityName: 'Opportunity',
      groupBy: false,
      idSelected: true,
      keyPrefix: '006',
    });
    expect(answer.columnMetadata).toMatchObject([
      {
        columnName: 'Id',
        apexType: 'Id',
        textField: true,
        numberField: false,
        aggregate: false,
        joinColumns: [],
      },
      { columnName: 'Amount', apexType: 'Double', numberField: true },
      { columnName: 'Account', joinColumns: [{ columnName: 'Name', apexType: 'String' }] },
      { columnName: 'Tasks', joinColumns: [{ columnName: 'Subject' }] },
    ]);
  });

  it('describes aggregate columns', () => {
    const answer = fixture.engine.columns(
      'SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName',
      { context },
    );
    expect(answer).toMatchObject({ groupBy: true, idSelected: false });
    expect(answer.columnMetadata).toMatchObject([
      { columnName: 'StageName', aggregate: false },
      { columnName: 'n', aggregate: true, numberField: true },
    ]);
  });
});
