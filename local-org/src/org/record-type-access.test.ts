import { TestOrg } from './testing/test-org';
import type { PackageFiles } from './testing/package-zip';

const OBJECT: PackageFiles = {
  'objects/Thing__c.object': {
    label: 'Thing',
    pluralLabel: 'Things',
    nameField: { label: 'Name', type: 'Text' },
    deploymentStatus: 'Deployed',
    sharingModel: 'ReadWrite',
    recordTypes: [
      { fullName: 'One', label: 'One', active: true },
      { fullName: 'Two', label: 'Two', active: true },
    ],
  },
  'permissionsets/Ones.permissionset': {
    label: 'Ones',
    objectPermissions: [
      {
        object: 'Thing__c',
        allowCreate: true,
        allowRead: true,
        allowEdit: true,
        allowDelete: false,
        viewAllRecords: false,
        modifyAllRecords: false,
      },
    ],
    recordTypeVisibilities: [{ recordType: 'Thing__c.One', visible: true }],
  },
};

/** A profile that offers record types; the named one is the default. */
function profile(...types: readonly (readonly [name: string, isDefault: boolean])[]): PackageFiles {
  return {
    'profiles/Standard.profile': {
      recordTypeVisibilities: types.map(([name, isDefault]) => ({
        recordType: `Thing__c.${name}`,
        visible: true,
        default: isDefault,
      })),
    },
  };
}

describe('record types of a user', () => {
  const test = new TestOrg();

  /** The record type that a new record gets, as the user saves it; an error's code when it is refused. */
  function saved(username: string, recordType?: string): string | null {
    const recordTypeId = recordType && test.idOf('RecordType', 'DeveloperName', recordType);
    const context = { user: test.user(`${username}@test.org`), mode: 'user', apiVersion: 67 } as const;
    const record = { Name: 'T', ...(recordTypeId ? { RecordTypeId: recordTypeId } : {}) };
    const [result] = test.org.dml.insert('Thing__c', [record], { context, allOrNone: false });
    if (!result?.success) return result?.errors[0]?.statusCode ?? null;
    const row = test.org.store
      .prepare(
        'SELECT r."DeveloperName" AS name FROM "Thing__c" t LEFT JOIN "RecordType" r ON r."Id" = t."RecordTypeId" WHERE t."Id" = ?',
      )
      .get(result.id);
    return row?.['name'] as string | null;
  }

  beforeAll(async () => {
    await test.deploy(OBJECT);
    test.addUser('one', { permissionSets: ['Ones'] });
  });

  afterAll(() => {
    test.org.close();
  });

  it('come from permission sets: the only one is the default, others are refused', () => {
    expect(saved('one')).toBe('One');
    expect(saved('one', 'One')).toBe('One');
    expect(saved('one', 'Two')).toBe('INVALID_CROSS_REFERENCE_KEY');
  });

  it('come from the profile with its default, and a later default clears the earlier one', async () => {
    await test.deploy(profile(['One', true]));
    expect(saved('one')).toBe('One');
    await test.deploy(profile(['Two', true]));
    expect(saved('one')).toBe('Two');
    expect(saved('one', 'One')).toBe('One');
  });

  it('cannot be deleted while records use them', async () => {
    expect(await test.problems({}, {}, { RecordType: ['Thing__c.Two'] })).toEqual([
      expect.stringContaining('RecordType Thing__c.Two: You can’t delete this record type'),
    ]);
  });
});
