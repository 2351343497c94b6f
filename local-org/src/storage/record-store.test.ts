import { Schema, standardObjects, type SObjectType } from '../schema';
import { RecordStore } from './record-store';

function typeNamed(schema: Schema, name: string): SObjectType {
  const type = schema.find(name);
  if (!type) throw new Error(`The standard objects lack ${name}`);
  return type;
}

describe('RecordStore', () => {
  const schema = new Schema(standardObjects());
  const opportunity = typeNamed(schema, 'Opportunity');
  let store: RecordStore;

  beforeAll(() => {
    store = RecordStore.open(':memory:');
    store.migrate(schema);
  });

  afterAll(() => store.close());

  const insertOne = (values: Record<string, string | number>): string => {
    const [id = ''] = store.newIds(opportunity, 1);
    store.insert(opportunity, [{ Id: id, ...values }]);
    return id;
  };

  it('insert: stores null for fields that a record does not give, whatever the record before gave', () => {
    const first = insertOne({ Name: 'First', Amount: 10 });
    const second = insertOne({ Name: 'Second' });
    expect(store.find(opportunity, first)).toMatchObject({ Name: 'First', Amount: 10 });
    expect(store.find(opportunity, second)).toMatchObject({ Name: 'Second', Amount: null });
  });

  it('findAll: reads only the fields that are asked for', () => {
    const id = insertOne({ Name: 'Partly read', Amount: 10 });
    const fields = ['Id', 'Amount'].flatMap((name) => opportunity.field(name) ?? []);
    expect([...store.findAll(opportunity, [id, '006000000000000AAA'], fields)]).toEqual([
      [id, { Id: id, Amount: 10 }],
    ]);
  });

  it('transaction: undoes an inner transaction alone when the outer one goes on', () => {
    let kept = '';
    let undone = '';
    store.transaction(() => {
      kept = insertOne({ Name: 'Kept' });
      expect(() =>
        store.transaction(() => {
          undone = insertOne({ Name: 'Undone' });
          throw new Error('stop');
        }),
      ).toThrow('stop');
    });
    expect(store.find(opportunity, kept)).toBeDefined();
    expect(store.find(opportunity, undone)).toBeUndefined();
  });

  it.each([
    ['a lookup that may be blank', '"CampaignId" = ?'],
    ['a list of ids', '"AccountId" IN (SELECT value FROM json_each(?))'],
    ['a join from the parent', '"AccountId" = (SELECT "Id" FROM "Account" LIMIT 1)'],
    ['the time of the last change', '"SystemModstamp" > ?'],
  ])('migrate: %s is found by an index', (_, condition) => {
    const plan = store.database
      .prepare(`EXPLAIN QUERY PLAN SELECT * FROM "Opportunity" WHERE ${condition}`)
      .all(...(condition.includes('?') ? ['[]'] : []));
    expect(plan.map(({ detail }) => detail)).toContainEqual(
      expect.stringContaining('SEARCH Opportunity USING INDEX'),
    );
  });
});
