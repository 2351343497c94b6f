import { makeField } from './make-field';

const relationship = {
  kind: 'lookup',
  referenceTo: ['Account'],
  relationshipName: 'Account__r',
  childRelationshipName: 'Things__r',
  onDelete: 'SetNull',
} as const;

describe('makeField', () => {
  it('fills in a plain custom field', () => {
    expect(makeField({ name: 'Score__c', label: 'Score', type: 'double', precision: 4, scale: 1 })).toEqual({
      name: 'Score__c',
      label: 'Score',
      type: 'double',
      custom: true,
      length: 0,
      precision: 4,
      scale: 1,
      nillable: true,
      createable: true,
      updateable: true,
      defaultedOnCreate: false,
      filterable: true,
      sortable: true,
      groupable: false,
      aggregatable: true,
      permissionable: true,
      nameField: false,
      unique: false,
      caseSensitive: false,
      externalId: false,
      idLookup: false,
      htmlFormatted: false,
      trackHistory: false,
    });
  });

  it.each([
    [
      'a required field cannot have field permissions',
      { type: 'string', nillable: false },
      { permissionable: false },
    ],
    [
      'a checkbox is false by default',
      { type: 'boolean' },
      { nillable: false, defaultedOnCreate: true, defaultValue: false },
    ],
    [
      'a long text cannot be filtered or sorted',
      { type: 'textarea', length: 32768 },
      { filterable: false, sortable: false },
    ],
    [
      'a rich text is HTML',
      { type: 'textarea', length: 32768, extraTypeInfo: 'richtextarea' },
      { htmlFormatted: true },
    ],
    ['an external id finds records', { type: 'string', externalId: true }, { idLookup: true }],
    [
      'an auto-number is written by the org',
      { type: 'string', autoNumber: 'T-{0}' },
      { createable: false, nillable: false },
    ],
    [
      'a text formula holds 1300 characters and cannot be written',
      { type: 'string', formula: { expression: '"a"', treatBlanksAs: 'BlankAsBlank' } },
      { length: 1300, createable: false, updateable: false, permissionable: true },
    ],
    [
      'a lookup may be blank',
      { type: 'reference', relationship },
      { nillable: true, updateable: true, length: 18 },
    ],
    [
      'a master-detail is required and stays with its master',
      { type: 'reference', relationship: { ...relationship, kind: 'masterDetail' } },
      { nillable: false, createable: true, updateable: false, permissionable: false },
    ],
    [
      'a reparentable master-detail may be moved',
      { type: 'reference', relationship: { ...relationship, kind: 'masterDetail', reparentable: true } },
      { updateable: true },
    ],
  ] as const)('%s', (_title, input, expected) => {
    expect(makeField({ name: 'X__c', label: 'X', ...input })).toMatchObject(expected);
  });

  it('takes what is given over what it would derive', () => {
    expect(makeField({ name: 'X__c', label: 'X', type: 'double', groupable: true }).groupable).toBe(true);
  });

  it('returns a frozen field', () => {
    expect(Object.isFrozen(makeField({ name: 'X__c', label: 'X', type: 'date' }))).toBe(true);
  });
});
