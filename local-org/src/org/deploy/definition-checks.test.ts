import { TestOrg } from '../testing/test-org';
import type { PackageFiles } from '../testing/package-zip';

const RULE = { fullName: 'R', label: 'R', accessLevel: 'Read', includeRecordsOwnedByAll: true } as const;
const CRITERIA = [{ field: 'Name', operation: 'equals', value: 'A' }];

describe('checkDefinitions', () => {
  const test = new TestOrg();

  afterAll(() => {
    test.org.close();
  });

  it.each<[what: string, files: PackageFiles, problem: string]>([
    [
      'sharing with sets of users that do not exist here',
      {
        'sharingRules/Lead.sharingRules': {
          sharingCriteriaRules: [{ ...RULE, sharedTo: { portalRole: 'Partner' }, criteriaItems: CRITERIA }],
        },
      },
      'SharingCriteriaRule Lead.R: Sharing with this kind of users is not supported by the local org',
    ],
    [
      'custom profiles',
      { 'profiles/Clerk.profile': { custom: true, userLicense: 'Salesforce' } },
      'Profile Clerk: Profile Clerk: custom profiles are not supported by the local org; use permission sets',
    ],
    [
      'a role below itself',
      {
        'roles/Own.role': {
          name: 'Own',
          parentRole: 'Own',
          caseAccessLevel: 'Edit',
          contactAccessLevel: 'Edit',
          opportunityAccessLevel: 'Edit',
          mayForecastManagerShare: false,
        },
      },
      'Role Own: Role Own cannot be its own superior',
    ],
    [
      'queue members that are no users',
      {
        'queues/Inbox.queue': {
          name: 'Inbox',
          doesSendEmailToMembers: false,
          queueMembers: { users: { user: ['nobody@test.org'] } },
          queueSobject: [{ sobjectType: 'Lead' }],
        },
      },
      'Queue Inbox: In field: user - no User named nobody@test.org found',
    ],
  ])('refuses %s', async (_what, files, problem) => {
    const before = test.dump();
    expect(await test.problems(files)).toEqual([problem]);
    expect(test.dump()).toEqual(before);
  });
});
