import { TestOrg, type TestUser } from '../testing/test-org';
import type { PackageFiles } from '../testing/package-zip';
import cases from './permissions.cases.json';
import metadata from './fixture-metadata.json';

type TextCase = readonly [title: string, user: string, subject: string, expected: string];
type FlagCase = readonly [title: string, user: string, permission: string, expected: boolean];

/** Names of the flags that are on: `create read edit`. */
function flags(access: object): string {
  return Object.entries(access)
    .filter(([, on]) => on === true)
    .map(([name]) => name)
    .join(' ');
}

describe('effective permissions', () => {
  const test = new TestOrg();
  const { access } = test.org;

  beforeAll(async () => {
    await test.deploy(metadata as PackageFiles);
    for (const [name, user] of Object.entries(cases.users)) test.addUser(name, user as TestUser);
  });

  afterAll(() => {
    test.org.close();
  });

  it.each(cases.objects as unknown as TextCase[])('object: %s', (_title, user, object, expected) => {
    expect(flags(access.objectAccess(test.user(`${user}@test.org`), object))).toBe(expected);
  });

  it.each(cases.fields as unknown as TextCase[])('field: %s', (_title, user, name, expected) => {
    const [object = '', field = ''] = name.split('.');
    expect(flags(access.fieldAccess(test.user(`${user}@test.org`), object, field))).toBe(expected);
  });

  it.each(cases.customPermissions as unknown as FlagCase[])(
    'custom permission: %s',
    (_title, user, name, expected) => {
      expect(access.hasCustomPermission(test.user(`${user}@test.org`), name)).toBe(expected);
    },
  );

  it.each(cases.userPermissions as unknown as FlagCase[])(
    'user permission: %s',
    (_title, user, name, expected) => {
      expect(access.hasUserPermission(test.user(`${user}@test.org`), name)).toBe(expected);
    },
  );

  it('a deploy of a permission set takes effect at once', async () => {
    const plain = test.user('plain@test.org');
    expect(access.objectAccess(plain, 'Campaign').modifyAll).toBe(false);
    await test.deploy({
      'profiles/Standard.profile': {
        objectPermissions: [
          {
            object: 'Campaign',
            allowCreate: true,
            allowRead: true,
            allowEdit: true,
            allowDelete: true,
            viewAllRecords: true,
            modifyAllRecords: true,
          },
        ],
        userPermissions: [{ name: 'RunReports', enabled: false }],
      },
    });
    expect(access.objectAccess(plain, 'Campaign').modifyAll).toBe(true);
    expect(access.objectAccess(plain, 'Account').edit).toBe(true);
    expect(access.hasUserPermission(plain, 'RunReports')).toBe(false);
  });
});
