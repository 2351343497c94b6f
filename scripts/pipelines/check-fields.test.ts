import { checkRecord, unusableFields } from './check-fields';
import { FieldIndex, type FieldFacts } from './field-index';
import { mappingSchema } from './mapping-schema';

const FACTS: FieldFacts = {
  name: '',
  type: 'string',
  length: 0,
  precision: 0,
  scale: 0,
  createable: true,
  updateable: true,
  nillable: true,
  defaultedOnCreate: false,
  restrictedPicklist: false,
  picklistValues: [],
  relationshipName: null,
};

const FIELDS = new FieldIndex('Opportunity', [
  { ...FACTS, name: 'Key__c', length: 80 },
  { ...FACTS, name: 'Name', length: 10, nillable: false },
  { ...FACTS, name: 'OwnerId', type: 'reference', nillable: false, defaultedOnCreate: true },
  { ...FACTS, name: 'AccountId', type: 'reference', relationshipName: 'Account' },
  { ...FACTS, name: 'Amount', type: 'currency', precision: 6, scale: 2 },
  {
    ...FACTS,
    name: 'Stage',
    type: 'picklist',
    restrictedPicklist: true,
    picklistValues: [
      { value: 'Won', active: true },
      { value: 'Old', active: false },
    ],
  },
  { ...FACTS, name: 'CreatedDate', type: 'datetime', createable: false, updateable: false },
]);

describe('checkRecord', () => {
  it.each([
    [{ Name: 'x'.repeat(11) }, 'VALUE_TOO_LONG'],
    [{ Name: 'a', Stage: 'Lost' }, 'NOT_IN_PICKLIST'],
    [{ Name: 'a', Stage: 'Old' }, 'NOT_IN_PICKLIST'],
    [{ Name: 'a', Amount: 10_000 }, 'OUT_OF_RANGE'],
    [{ Amount: 1 }, 'REQUIRED_FIELD_MISSING'],
  ])('refuses %j with %s', (record, code) => {
    expect(checkRecord(record, FIELDS).map((rejection) => rejection.code)).toEqual([code]);
  });

  it('accepts what the org accepts', () => {
    expect(
      checkRecord({ Name: 'a', Stage: 'won', Amount: 9_999.99, Account: { Key__c: 'A' } }, FIELDS),
    ).toEqual([]);
  });
});

describe('unusableFields', () => {
  const step = (fields: object): Parameters<typeof unusableFields>[0] => {
    const key = { field: 'Key__c', prefix: 'K-', from: 'id' };
    const mapping = mappingSchema.parse({
      name: 'm',
      title: 'M',
      tables: {},
      steps: [{ name: 's', object: 'Opportunity', table: 't', key, fields }],
    });
    const [first] = mapping.steps;
    if (!first) throw new RangeError('the mapping has a step');
    return first;
  };

  it('drops optional fields that the org lacks and audit fields that may not be set', () => {
    const fields = {
      Name: {},
      Account: {},
      Region__c: { optional: true },
      CreatedDate: { createOnly: true },
    };
    expect([...unusableFields(step(fields), FIELDS)]).toEqual(['Region__c', 'CreatedDate']);
  });

  it('refuses a step whose fields are not there, naming them all', () => {
    expect(() => unusableFields(step({ Region__c: {}, Tier__c: {} }), FIELDS)).toThrow(
      expect.objectContaining({
        code: 'FIELD_NOT_IN_ORG',
        message: expect.stringContaining('Opportunity.Region__c, Opportunity.Tier__c') as string,
      }),
    );
  });
});
