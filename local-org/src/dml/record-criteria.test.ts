import { FixedClock, type RecordValues } from '../core';
import { FormulaCompiler, FormulaFieldEvaluator, FormulaGlobals, type FormulaSession } from '../execution';
import type { MetadataObject } from '../metadata';
import { makeField, Schema, standardObjects } from '../schema';
import { RecordStore } from '../storage';
import { criteriaOf } from './read-criteria';
import { meetsCriteria, type RecordCriteria } from './record-criteria';

const USER_ID = '005000000000001AAA';
const ACCOUNT_ID = '001000000000001AAA';
const PROFILE_ID = '00e000000000001AAA';
const NEEDED = new Set(['Account', 'Contact', 'User', 'Profile', 'RecordType']);
/** A contact whose own field is named as the object of the running user. */
const OWN_USER_FIELD = makeField({ name: 'User', label: 'User', type: 'string', length: 80 });

const schema = new Schema(
  standardObjects()
    .filter(({ name }) => NEEDED.has(name))
    .map((definition) =>
      definition.name === 'Contact'
        ? { ...definition, fields: [...definition.fields, OWN_USER_FIELD] }
        : definition,
    ),
);
const CONTACT: RecordValues = { LastName: 'Lee', User: 'sales', AccountId: ACCOUNT_ID, Department: 'IT' };

describe('meetsCriteria', () => {
  let store: RecordStore;
  let session: FormulaSession;
  beforeAll(() => {
    store = RecordStore.open(':memory:');
    store.transaction(() => store.migrate(schema));
    store.insert(schema.find('User')!, [
      { Id: USER_ID, LastName: 'Rep', Department: 'Sales', ProfileId: PROFILE_ID },
    ]);
    store.insert(schema.find('Profile')!, [{ Id: PROFILE_ID, Name: 'Standard User' }]);
    store.insert(schema.find('Account')!, [{ Id: ACCOUNT_ID, Name: 'Acme', Industry: 'Energy' }]);
    const basics = { schema: () => schema, store, clock: new FixedClock(0) };
    const globals = new FormulaGlobals({
      ...basics,
      hasCustomPermission: () => false,
      customPermissionExists: () => false,
      label: () => undefined,
      serverUrl: () => '',
    });
    const compiler = new FormulaCompiler(globals);
    session = new FormulaFieldEvaluator({ ...basics, compiler, globals }).open({
      ...{ id: USER_ID, username: 'rep@example.com', profileId: PROFILE_ID, roleId: null },
      ...{ timeZone: 'UTC', locale: 'en_US', language: 'en_US' },
    });
  });
  afterAll(() => store.close());

  const meets = (criteria: RecordCriteria): boolean =>
    meetsCriteria(session, schema.find('Contact')!, CONTACT, criteria);
  const equals = (field: string, value: string): RecordCriteria => ({
    items: [{ field, operation: 'equals', value }],
  });

  it.each([
    ['LastName', 'Lee'],
    ['Contact.LastName', 'Lee'],
    ['Contact.Account.Industry', 'Energy'],
    ['Department', 'IT'],
    ['User.Department', 'Sales'],
    ['$User.Department', 'Sales'],
    ['User.ProfileId', 'Standard User'],
  ])('%s: is %s', (field, value) => expect(meets(equals(field, value))).toBe(true));

  it('User alone: is a field of the record, not the running user', () => {
    expect(meets(equals('User', 'sales'))).toBe(true);
    expect(meets(equals('Contact.User', 'sales'))).toBe(true);
    expect(meets(equals('User', ''))).toBe(false);
  });

  it('formula: takes the place of the items', () => {
    expect(meets({ items: [], formula: 'ISPICKVAL(Account.Industry, "Energy")' })).toBe(true);
    expect(meets({ items: [], formula: 'ISBLANK(LastName)' })).toBe(false);
  });

  it('no part: takes every record', () => expect(meets({ items: [] })).toBe(true));

  it('criteriaOf: an item of the table User reads the running user', () => {
    const content: MetadataObject = {
      booleanFilter: '1 OR 2',
      criteriaItems: [
        { field: 'Department', operation: 'equals', value: 'Sales', table: 'User' },
        { field: 'LastName', operation: 'equals', value: 'Nobody' },
      ],
    };
    const criteria = criteriaOf(content, 'criteriaItems');
    expect(criteria.items.map(({ field }) => field)).toEqual(['User.Department', 'LastName']);
    expect(meets(criteria)).toBe(true);
  });
});
