import type { RunningUser } from '../execution';
import { TestOrg } from './testing/test-org';
import type { PackageFiles } from './testing/package-zip';

const OBJECT_FLAGS = { allowDelete: false, viewAllRecords: false, modifyAllRecords: false };
const ROLE = {
  caseAccessLevel: 'Edit',
  contactAccessLevel: 'Edit',
  opportunityAccessLevel: 'Edit',
  mayForecastManagerShare: false,
};
const FILES: PackageFiles = {
  'objects/Limit__mdt.object': {
    label: 'Limit',
    pluralLabel: 'Limits',
    fields: [
      {
        fullName: 'Most__c',
        label: 'Most',
        type: 'Number',
        precision: 5,
        scale: 0,
        fieldManageability: 'DeveloperControlled',
      },
    ],
  },
  'roles/Chief.role': { name: 'Chief', ...ROLE },
  'roles/Rep.role': { name: 'Rep', ...ROLE },
  'objects/Thing__c.object': {
    label: 'Thing',
    pluralLabel: 'Things',
    nameField: { label: 'Name', type: 'Text' },
    deploymentStatus: 'Deployed',
    sharingModel: 'Private',
    fields: [{ fullName: 'Size__c', label: 'Size', type: 'Number', precision: 5, scale: 0, required: true }],
    validationRules: [
      {
        fullName: 'Not_Too_Large',
        active: true,
        errorConditionFormula: 'Size__c > $CustomMetadata.Limit__mdt.Things.Most__c',
        errorMessage: 'Too large',
      },
    ],
  },
  ...limit(5),
};

function limit(most: number): PackageFiles {
  return {
    'customMetadata/Limit.Things.md': {
      label: 'Things',
      protected: false,
      values: [{ field: 'Most__c', value: { xsiType: 'xsd:double', text: String(most) } }],
    },
  };
}

function permissionSet(allowEdit: boolean): PackageFiles {
  return {
    'permissionsets/Things.permissionset': {
      label: 'Things',
      objectPermissions: [
        { object: 'Thing__c', allowCreate: allowEdit, allowRead: true, allowEdit, ...OBJECT_FLAGS },
      ],
    },
  };
}

describe('changes take effect at once', () => {
  const test = new TestOrg();
  let rep: RunningUser;

  /** Error codes of a new record of that size. */
  function saved(size: number): string[] {
    const context = { user: test.admin, mode: 'user', apiVersion: 67 } as const;
    const [result] = test.org.dml.insert('Thing__c', [{ Name: 'T', Size__c: size }], {
      context,
      allOrNone: false,
    });
    return (result?.errors ?? []).map(({ statusCode }) => statusCode);
  }

  beforeAll(async () => {
    await test.deploy({ ...FILES, ...permissionSet(false) });
    rep = test.addUser('rep', { role: 'Rep' });
  });

  afterAll(() => {
    test.org.close();
  });

  it('of a custom metadata record in a rule', async () => {
    expect(saved(9)).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION']);
    await test.deploy(limit(10));
    expect(saved(9)).toEqual([]);
  });

  it('of an assignment, and of the permission set that is assigned', async () => {
    const { access } = test.org;
    expect(access.objectAccess(rep, 'Thing__c').read).toBe(false);
    test.insert('PermissionSetAssignment', [
      { AssigneeId: rep.id, PermissionSetId: test.idOf('PermissionSet', 'Name', 'Things') },
    ]);
    expect(access.objectAccess(rep, 'Thing__c')).toMatchObject({ read: true, edit: false });
    await test.deploy(permissionSet(true));
    expect(access.objectAccess(rep, 'Thing__c')).toMatchObject({ read: true, edit: true });
  });

  it('of the role hierarchy', async () => {
    const chief = test.addUser('chief', { role: 'Chief' });
    const [id = ''] = test.insert('Thing__c', [{ Name: 'T', Size__c: 1, OwnerId: rep.id }]);
    const mayRead = (): boolean => test.org.access.accessibleIds(chief, 'Thing__c', [id], 'read').has(id);
    expect(mayRead()).toBe(false);
    await test.deploy({ 'roles/Rep.role': { name: 'Rep', parentRole: 'Chief', ...ROLE } });
    expect(mayRead()).toBe(true);
  });

  it('of the organisation-wide default', async () => {
    const stranger = test.addUser('stranger', {});
    const [id = ''] = test.insert('Thing__c', [{ Name: 'T', Size__c: 1, OwnerId: rep.id }]);
    const mayRead = (): boolean => test.org.access.accessibleIds(stranger, 'Thing__c', [id], 'read').has(id);
    expect(mayRead()).toBe(false);
    await test.deploy({
      'objects/Thing__c.object': { ...FILES['objects/Thing__c.object'], sharingModel: 'Read' },
    });
    expect(mayRead()).toBe(true);
  });
});
