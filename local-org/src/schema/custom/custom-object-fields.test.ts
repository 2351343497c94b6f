import { customKeyPrefix } from './custom-key-prefix';
import { customObjectFields } from './custom-object-fields';
import type { CustomObjectFieldsInput } from './custom-object-fields';

const AUDIT = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];
const VIEWED = ['LastViewedDate', 'LastReferencedDate'];

describe('customObjectFields', () => {
  it.each<[string, CustomObjectFieldsInput, string[]]>([
    ['an object', { kind: 'custom' }, ['Id', 'OwnerId', 'IsDeleted', 'Name', ...AUDIT, ...VIEWED]],
    ['a detail', { kind: 'custom', ownable: false }, ['Id', 'IsDeleted', 'Name', ...AUDIT, ...VIEWED]],
    [
      'an object with activities and record types',
      { kind: 'custom', activities: true, recordTypes: true },
      ['Id', 'OwnerId', 'IsDeleted', 'Name', 'RecordTypeId', ...AUDIT, 'LastActivityDate', ...VIEWED],
    ],
    [
      'custom metadata',
      { kind: 'customMetadata' },
      [
        'Id',
        'DeveloperName',
        'MasterLabel',
        'Language',
        'NamespacePrefix',
        'Label',
        'QualifiedApiName',
        'SystemModstamp',
      ],
    ],
    [
      'a custom setting',
      { kind: 'hierarchyCustomSetting' },
      ['Id', 'IsDeleted', 'Name', 'SetupOwnerId', ...AUDIT],
    ],
    ['a platform event', { kind: 'platformEvent' }, ['ReplayId', 'CreatedDate', 'CreatedById', 'EventUuid']],
  ])('gives %s its fields', (_title, input, expected) => {
    expect(customObjectFields(input).map((field) => field.name)).toEqual(expected);
  });

  it('lets users and queues own records', () => {
    const owner = customObjectFields({ kind: 'custom' }).find((field) => field.name === 'OwnerId');
    expect(owner?.relationship).toMatchObject({ referenceTo: ['Group', 'User'], relationshipName: 'Owner' });
  });

  it('numbers names when the name field is an auto-number', () => {
    const nameField = { label: 'Thing Number', type: 'AutoNumber', displayFormat: 'T-{0000}' } as const;
    const name = customObjectFields({ kind: 'custom', nameField }).find((field) => field.nameField);
    expect(name).toMatchObject({
      autoNumber: 'T-{0000}',
      createable: false,
      label: 'Thing Number',
      nillable: false,
    });
  });
});

describe('customKeyPrefix', () => {
  it.each([
    ['custom', 0, 'a00'],
    ['custom', 10, 'a0A'],
    ['hierarchyCustomSetting', 61, 'a0z'],
    ['customMetadata', 62, 'm10'],
    ['platformEvent', 1, 'e01'],
  ] as const)('%s number %i is %s', (kind, index, expected) => {
    expect(customKeyPrefix(kind, index)).toBe(expected);
  });

  it('refuses a number beyond the last prefix', () => {
    expect(() => customKeyPrefix('custom', 62 * 62)).toThrow(RangeError);
  });
});
