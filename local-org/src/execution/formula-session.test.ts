import { FixedClock, type RecordValues } from '../core';
import {
  Schema,
  customObjectFields,
  makeField,
  standardObjects,
  type FieldInput,
  type SObjectDefinition,
} from '../schema';
import { RecordStore } from '../storage';
import { FormulaCompiler } from './formula-compiler';
import { FormulaFieldEvaluator } from './formula-field-evaluator';
import { FormulaGlobals } from './formula-globals';
import type { FormulaSession } from './formula-session';

const NEEDED = new Set([
  'Account',
  'Contact',
  'User',
  'Profile',
  'UserRole',
  'Organization',
  'RecordType',
  'Group',
  'Case',
]);
const USER_ID = '005000000000001AAA';
const PROFILE_ID = '00e000000000001AAA';
const ORGANIZATION_ID = '00D000000000001AAA';

const formula = (
  name: string,
  type: FieldInput['type'],
  expression: string,
  more: Partial<FieldInput> = {},
): FieldInput => ({
  name,
  label: name,
  type,
  length: type === 'string' ? 1300 : 0,
  precision: 18,
  scale: 2,
  formula: { expression, treatBlanksAs: 'BlankAsZero' },
  ...more,
});

const ACCOUNT_FIELDS: readonly FieldInput[] = [
  formula('Half__c', 'percent', 'AnnualRevenue / 2000', { scale: 1 }),
  formula('Twice__c', 'percent', 'Half__c * 2', { scale: 1 }),
  formula('Bad__c', 'double', '1 / (AnnualRevenue - AnnualRevenue)'),
  formula('Parent_Half__c', 'double', 'Parent.Half__c'),
  formula('Owner_Name__c', 'string', 'Owner.LastName'),
  formula('Log__c', 'double', 'LN(100)', { scale: 4 }),
  formula('Flag__c', 'boolean', 'Parent.IsDeleted', {}),
  formula('Department__c', 'string', '$User.Department'),
  formula('Profile__c', 'string', '$Profile.Name'),
  formula('City__c', 'string', '$Organization.City'),
  formula('Days__c', 'double', '$CustomMetadata.Gate__mdt.Closing.Days__c', { scale: 0 }),
  formula('Limit__c', 'double', '$Setup.Limits__c.Max__c', { scale: 0 }),
  formula('Origin__c', 'datetime', '$System.OriginDateTime'),
  formula('Label__c', 'string', '$Label.Hello'),
  formula('Type_Name__c', 'string', '$RecordType.DeveloperName'),
  formula('May__c', 'boolean', '$Permission.Approve'),
  formula('Server__c', 'string', 'LEFT($Api.Partner_Server_URL_670, 50)'),
];

function customDefinition(
  name: string,
  keyPrefix: string,
  kind: 'customMetadata' | 'hierarchyCustomSetting',
  field: string,
): SObjectDefinition {
  const capabilities = standardObjects()[0]!.capabilities;
  const own = makeField({ name: field, label: field, type: 'double', precision: 5, scale: 0 });
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix,
    kind,
    custom: true,
    capabilities,
    sharingModel: 'ReadWrite',
    fields: [...customObjectFields({ kind }), own],
    recordTypes: [],
    validationRules: [],
  };
}

const schema = new Schema([
  ...standardObjects()
    .filter(({ name }) => NEEDED.has(name))
    .map((definition) =>
      definition.name === 'Account'
        ? { ...definition, fields: [...definition.fields, ...ACCOUNT_FIELDS.map(makeField)] }
        : definition,
    ),
  customDefinition('Gate__mdt', 'm00', 'customMetadata', 'Days__c'),
  customDefinition('Limits__c', 'a00', 'hierarchyCustomSetting', 'Max__c'),
]);

const user = {
  id: USER_ID,
  username: 'rep@example.com',
  profileId: PROFILE_ID,
  roleId: null,
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
};

describe('FormulaSession', () => {
  let store: RecordStore;
  let session: FormulaSession;
  const add = (objectName: string, ...rows: RecordValues[]): void =>
    store.insert(schema.find(objectName)!, rows);

  beforeEach(() => {
    store = RecordStore.open(':memory:');
    store.transaction(() => store.migrate(schema));
    add('User', { Id: USER_ID, LastName: 'Rep', Department: 'Sales' });
    add('Profile', { Id: PROFILE_ID, Name: 'Standard User' });
    add('Organization', { Id: ORGANIZATION_ID, Name: 'Org', City: 'Bern' });
    add(
      'Gate__mdt',
      { Id: 'm00000000000001AAA', DeveloperName: 'Closing', Days__c: 14 },
      { Id: 'm00000000000002AAA', DeveloperName: 'closing', Days__c: 3 },
    );
    add(
      'Account',
      { Id: '001000000000001AAA', Name: 'Parent', AnnualRevenue: 500, OwnerId: USER_ID, IsDeleted: false },
      {
        Id: '001000000000002AAA',
        Name: 'Child',
        ParentId: '001000000000001AAA',
        AnnualRevenue: 1000,
        OwnerId: '00G000000000001AAA',
      },
    );
    const basics = { schema: () => schema, store, clock: new FixedClock(Date.UTC(2026, 10, 22)) };
    const globals = new FormulaGlobals({
      ...basics,
      hasCustomPermission: (_user, name) => name === 'Approve',
      customPermissionExists: () => true,
      label: (name, language) => (name === 'Hello' ? `Hello in ${language}` : undefined),
      serverUrl: () => 'http://org.example',
    });
    session = new FormulaFieldEvaluator({ ...basics, compiler: new FormulaCompiler(globals), globals }).open(
      user,
    );
  });
  afterEach(() => store.close());

  const value = (fieldName: string, id = '001000000000001AAA') => session.valueOf('Account', fieldName, id);

  it('percent: is returned in display form, and read by other formulas as the fraction', () => {
    expect(value('Half__c')).toBe(25);
    expect(value('Twice__c')).toBe(50);
  });

  it('numbers: are rounded to the scale of the field', () => expect(value('Log__c')).toBe(4.6052));

  it('failure: reads as null', () => expect(value('Bad__c')).toBeNull());

  it('parents: are read through lookups, formula fields included', () => {
    expect(value('Parent_Half__c', '001000000000002AAA')).toBe(0.25);
    expect(value('Parent_Half__c')).toBe(0);
  });

  it('owner: a field only users have is null for a queue', () => {
    expect(value('Owner_Name__c')).toBe('Rep');
    expect(value('Owner_Name__c', '001000000000002AAA')).toBeNull();
  });

  it('checkbox: is never null', () => expect(value('Flag__c')).toBe(false));

  it.each([
    ['Department__c', 'Sales'],
    ['Profile__c', 'Standard User'],
    ['City__c', 'Bern'],
    ['Days__c', 14],
    ['Origin__c', '1900-01-01T00:00:00.000+0000'],
    ['Label__c', 'Hello in en_US'],
    ['Type_Name__c', 'Master'],
    ['May__c', true],
    ['Server__c', 'http://org.example/services/Soap/u/67.0'],
  ])('globals: %s is %s', (fieldName, expected) => expect(value(fieldName)).toBe(expected));

  it('$Setup: the nearest row that has a value counts: user, profile, org', () => {
    add('Limits__c', {
      Id: 'a00000000000001AAA',
      SetupOwnerId: ORGANIZATION_ID,
      Max__c: 1,
      IsDeleted: false,
    });
    add('Limits__c', { Id: 'a00000000000002AAA', SetupOwnerId: USER_ID, Max__c: null, IsDeleted: false });
    add('Limits__c', { Id: 'a00000000000003AAA', SetupOwnerId: PROFILE_ID, Max__c: 2, IsDeleted: false });
    expect(value('Limit__c')).toBe(2);
  });

  it('unknown records: have no value', () => expect(value('Half__c', '001000000000099AAA')).toBeNull());
});
