import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg } from './local-org';
import { TestOrg } from './testing/test-org';

describe('createLocalOrg: a new org', () => {
  const test = new TestOrg({ name: 'Acme', adminUsername: 'admin@local.org', timeZone: 'Europe/Berlin' });

  afterAll(() => {
    test.org.close();
  });

  it('knows itself', () => {
    expect(test.org.info).toMatchObject({ name: 'Acme', id: expect.stringMatching(/^00D\w{15}$/) });
    expect(test.admin).toMatchObject({ timeZone: 'Europe/Berlin', roleId: null });
  });

  it.each([
    ['profiles as shipped', 'SELECT Name FROM Profile ORDER BY Name', 4],
    ['one administrator', "SELECT Name FROM User WHERE UserType = 'Standard'", 1],
    ['a user for automation', "SELECT Name FROM User WHERE UserType = 'AutomatedProcess'", 1],
    ['the group of everybody', "SELECT DeveloperName FROM Group WHERE Type = 'Organization'", 1],
    ['the standard price book', 'SELECT Name FROM Pricebook2 WHERE IsStandard = true', 1],
    ['no roles', 'SELECT Name FROM UserRole', 0],
    ['no accounts', 'SELECT Name FROM Account', 0],
  ])('has %s', (_what, soql, count) => {
    expect(test.query(soql)).toHaveLength(count);
  });

  it('names forecast categories by label and by code', async () => {
    await test.deploy({
      'standardValueSets/OpportunityStage.standardValueSet': {
        sorted: false,
        standardValue: [
          {
            fullName: 'Likely',
            default: false,
            label: 'Likely',
            closed: false,
            won: false,
            probability: 60,
            forecastCategory: 'BestCase',
          },
          {
            fullName: 'Sure',
            default: false,
            label: 'Sure',
            closed: false,
            won: false,
            probability: 90,
            forecastCategory: 'Forecast',
          },
        ],
      },
    });
    expect(
      test.query(
        'SELECT ApiName, ForecastCategory, ForecastCategoryName FROM OpportunityStage ORDER BY SortOrder',
      ),
    ).toEqual([
      { ApiName: 'Likely', ForecastCategory: 'BestCase', ForecastCategoryName: 'Best Case' },
      { ApiName: 'Sure', ForecastCategory: 'Forecast', ForecastCategoryName: 'Commit' },
    ]);
  });
});

describe('createLocalOrg: passwords', () => {
  const test = new TestOrg();

  afterAll(() => {
    test.org.close();
  });

  it('lets in by the right password only, and only active users', () => {
    const { users } = test.org;
    const rep = test.addUser('rep', {});
    expect(users.authenticate('rep@test.org', '')).toBeUndefined();
    users.setPassword(rep.id, 'first');
    users.setPassword(rep.id, 'second');
    expect(users.authenticate('rep@test.org', 'first')).toBeUndefined();
    expect(users.authenticate('REP@test.org', 'second')?.id).toBe(rep.id);
    const context = { user: test.admin, mode: 'system', apiVersion: 67 } as const;
    test.org.dml.update('User', [{ Id: rep.id, IsActive: false }], { context, allOrNone: true });
    expect(users.authenticate('rep@test.org', 'second')).toBeUndefined();
  });
});

describe('createLocalOrg: an existing file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'local-org-'));
  const location = join(directory, 'org.db');

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it('keeps clock, components, records, passwords and ids', async () => {
    const first = createLocalOrg({ location });
    first.close();
    const test = new TestOrg({ location });
    test.org.users.setPassword(test.admin.id, 'secret');
    await test.deploy({
      'roles/Chief.role': {
        name: 'Chief',
        caseAccessLevel: 'Edit',
        contactAccessLevel: 'Edit',
        opportunityAccessLevel: 'Edit',
        mayForecastManagerShare: false,
      },
      'objects/Thing__c.object': {
        label: 'Thing',
        pluralLabel: 'Things',
        nameField: { label: 'Name', type: 'Text' },
        deploymentStatus: 'Deployed',
        sharingModel: 'Private',
      },
    });
    test.insert('UserRole', [
      { Name: 'By hand', DeveloperName: 'By_Hand', OpportunityAccessForAccountOwner: 'None' },
    ]);
    test.insert('Thing__c', [{ Name: 'One' }]);
    const before = test.dump();
    test.org.close();

    const again = new TestOrg({ location });
    expect(again.org.info).toEqual(test.org.info);
    expect(again.query('SELECT Name FROM Thing__c')).toEqual([{ Name: 'One' }]);
    expect(again.query('SELECT DeveloperName FROM UserRole ORDER BY DeveloperName')).toEqual([
      { DeveloperName: 'By_Hand' },
      { DeveloperName: 'Chief' },
    ]);
    expect(again.org.users.authenticate('admin@local.org', 'secret')?.id).toBe(test.admin.id);
    const restarted = again.dump();
    again.org.close();
    expect(restarted['Thing__c']).toEqual(before['Thing__c']);
    expect(restarted['_component']).toEqual(before['_component']);
    expect(restarted['UserRole']).toEqual(before['UserRole']);
  });

  it('keeps the offset of its clock', () => {
    const org = createLocalOrg({ location });
    org.advanceClock(86_400_000);
    org.close();
    const again = createLocalOrg({ location });
    expect(again.clock.now() - Date.now()).toBeGreaterThan(86_000_000);
    again.close();
  });
});

describe('LocalOrg.savepoint', () => {
  it('undoes the writes of work that throws', () => {
    const test = new TestOrg();
    expect(() =>
      test.org.savepoint(() => {
        test.insert('Account', [{ Name: 'Gone' }]);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(test.query('SELECT Name FROM Account')).toEqual([]);
    test.org.close();
  });
});
