import { TestOrg } from '../testing/test-org';
import type { PackageFiles } from '../testing/package-zip';

const ROLE = {
  caseAccessLevel: 'Edit',
  contactAccessLevel: 'Edit',
  opportunityAccessLevel: 'Edit',
  mayForecastManagerShare: false,
};
const FILES: PackageFiles = {
  'roles/Chief.role': { name: 'Chief', ...ROLE },
  'roles/Spare.role': { name: 'Spare', ...ROLE },
  'queues/Inbox.queue': {
    name: 'Inbox',
    doesSendEmailToMembers: false,
    queueSobject: [{ sobjectType: 'Thing__c' }],
  },
  'permissionsets/Used.permissionset': { label: 'Used' },
  'permissionsets/Spare.permissionset': { label: 'Spare' },
  'permissionsetgroups/Team.permissionsetgroup': { label: 'Team', permissionSets: ['Used'] },
  'objects/Thing__c.object': {
    label: 'Thing',
    pluralLabel: 'Things',
    nameField: { label: 'Name', type: 'Text' },
    deploymentStatus: 'Deployed',
    sharingModel: 'Private',
  },
  'objects/Activity.object': {
    fields: [{ fullName: 'Effort__c', label: 'Effort', type: 'Number', precision: 5, scale: 0 }],
  },
};

describe('destructive changes', () => {
  const test = new TestOrg();

  beforeAll(async () => {
    await test.deploy(FILES);
    test.addUser('rep', { role: 'Chief', permissionSets: ['Used'], permissionSetGroups: ['Team'] });
    test.insert('Thing__c', [{ Name: 'T', OwnerId: test.idOf('Group', 'DeveloperName', 'Inbox') }]);
  });

  afterAll(() => {
    test.org.close();
  });

  it.each([
    [
      'an assigned permission set',
      { PermissionSet: ['Used'], PermissionSetGroup: ['Team'] },
      'assigned to users',
    ],
    ['an assigned permission set group', { PermissionSetGroup: ['Team'] }, 'assigned to users'],
    ['a permission set of a group', { PermissionSet: ['Used'] }, 'PermissionSetGroup - Team'],
    ['a role with users', { Role: ['Chief'] }, 'assigned to users'],
    ['a queue that owns records', { Queue: ['Inbox'] }, 'owns records'],
  ])('refuse to delete %s', async (_what, deletes, problem) => {
    const before = test.dump();
    const problems = await test.problems({}, {}, deletes);
    expect(problems.join('\n')).toContain(problem);
    expect(test.dump()).toEqual(before);
  });

  it('delete a role and a permission set that nobody has, and report what does not exist as a warning', async () => {
    const result = await test.deploy({}, { Role: ['Spare'], PermissionSet: ['Spare', 'Nowhere'] });
    expect(
      result.successes.map(({ fullName, deleted, problem }) => [fullName, deleted, problem]),
    ).toContainEqual(['Nowhere', false, 'No PermissionSet named: Nowhere found']);
    expect(test.query("SELECT Name FROM PermissionSet WHERE Name = 'Spare'")).toEqual([]);
    expect(test.query('SELECT Name FROM UserRole')).toEqual([{ Name: 'Chief' }]);
  });

  it('take a custom field of activities from tasks, events and the permission sets that name it', async () => {
    await test.deploy({
      'permissionsets/Effort.permissionset': {
        label: 'Effort',
        fieldPermissions: ['Task', 'Event'].map((object) => ({
          field: `${object}.Effort__c`,
          readable: true,
          editable: true,
        })),
      },
    });
    expect(test.org.access.fieldAccess(test.admin, 'Task', 'Effort__c')).toEqual({
      read: false,
      edit: false,
    });
    for (const object of ['Task', 'Event'])
      expect(test.org.schema().find(object)?.field('Effort__c')).toMatchObject({
        custom: true,
        type: 'double',
      });
    await test.deploy({}, { CustomField: ['Activity.Effort__c'] });
    expect(test.org.schema().find('Task')?.field('Effort__c')).toBeUndefined();
    expect(test.query("SELECT Field FROM FieldPermissions WHERE Field LIKE '%Effort%'")).toEqual([]);
  });
});
