import type { RunningUser } from '../execution';
import type { PackageFiles } from './testing/package-zip';
import { TestOrg } from './testing/test-org';

type Share = readonly [kind: string, name: string];

const REPORT = {
  name: 'Report',
  reportType: 'Opportunity',
  format: 'Tabular',
  columns: { field: 'OPPORTUNITY_NAME' },
};

/** A folder shared with some, with one report in it. */
function folder(name: string, shares: readonly Share[]): PackageFiles {
  return {
    [`reports/${name}-meta.xml`]: {
      name,
      accessType: 'Shared',
      folderShares: shares.map(([sharedToType, sharedTo]) => ({
        accessLevel: 'View',
        sharedTo,
        sharedToType,
      })),
    },
    [`reports/${name}/${name}_Report.report`]: { ...REPORT, name: `${name} Report` },
  };
}

describe('folders of reports', () => {
  const test = new TestOrg();
  let member: RunningUser;
  let other: RunningUser;
  const named = (sObject: string, user: RunningUser): unknown[] =>
    test.query(`SELECT Name FROM ${sObject} ORDER BY Name`, user).map((row) => row['Name']);

  beforeAll(async () => {
    await test.deploy({
      'roles/Chief.role': {
        name: 'Chief',
        caseAccessLevel: 'Edit',
        contactAccessLevel: 'Edit',
        opportunityAccessLevel: 'Edit',
      },
      'roles/Clerk.role': {
        name: 'Clerk',
        parentRole: 'Chief',
        caseAccessLevel: 'Edit',
        contactAccessLevel: 'Edit',
        opportunityAccessLevel: 'Edit',
      },
      'groups/Inner.group': { name: 'Inner', doesIncludeBosses: false },
      'groups/Outer.group': { name: 'Outer', doesIncludeBosses: false },
    });
    member = test.addUser('member', { role: 'Clerk' });
    other = test.addUser('other', { role: 'Chief' });
    test.insert('GroupMember', [
      { GroupId: test.idOf('Group', 'DeveloperName', 'Inner'), UserOrGroupId: member.id },
      {
        GroupId: test.idOf('Group', 'DeveloperName', 'Outer'),
        UserOrGroupId: test.idOf('Group', 'DeveloperName', 'Inner'),
      },
    ]);
    await test.deploy({
      ...folder('Nested', [['Group', 'Outer']]),
      ...folder('Everybody', [['Group', 'AllInternalUsers']]),
      ...folder('Single', [['User', 'OTHER@test.org']]),
      ...folder('Chiefs', [['RoleAndSubordinates', 'Chief']]),
      ...folder('Clerks', [['Role', 'Clerk']]),
      ...folder('Nobody', []),
    });
  });
  afterAll(() => test.org.close());

  it('are seen with what is in them by those only whom they are shared with', () => {
    expect(named('Folder', member)).toEqual(['Chiefs', 'Clerks', 'Everybody', 'Nested']);
    expect(named('Report', member)).toEqual([
      'Chiefs Report',
      'Clerks Report',
      'Everybody Report',
      'Nested Report',
    ]);
    const labels = test.org.analytics.reports(member).map(({ label }) => label);
    expect(labels.sort()).toEqual(named('Report', member));
  });

  it('are not seen by those above whom they are shared with', () => {
    expect(named('Report', other)).toEqual(['Chiefs Report', 'Everybody Report', 'Single Report']);
  });

  it('are all seen by who sees all data', () => {
    expect(named('Folder', test.admin)).toEqual([
      'Chiefs',
      'Clerks',
      'Everybody',
      'Nested',
      'Nobody',
      'Single',
    ]);
  });

  it('are seen at once by whom a later deploy shares them with', async () => {
    await test.deploy(folder('Nobody', [['User', 'member@test.org']]));
    expect(named('Report', member)).toContain('Nobody Report');
  });

  it('are refused when they are shared with a kind of users that the org does not have', async () => {
    expect(await test.problems(folder('Partners', [['PartnerUser', 'somebody']]))).toEqual([
      'Report Partners: Sharing a folder with PartnerUser is not supported by the local org',
    ]);
  });
});
