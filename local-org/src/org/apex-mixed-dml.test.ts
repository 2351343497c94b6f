import { apexFiles } from './testing/apex-package';
import { TestOrg } from './testing/test-org';

const TRIGGER = `trigger AccountRoles on Account (after insert) {
  insert new UserRole(Name = Trigger.new[0].Name);
}`;

describe('a trigger on a save that Apex did not begin', () => {
  const test = new TestOrg();
  const context = { user: test.admin, mode: 'system', apiVersion: 67 } as const;

  beforeAll(() => test.deploy(apexFiles({ AccountRoles: TRIGGER })));
  afterAll(() => {
    test.org.close();
  });

  it('saves no setup objects beside its records', () => {
    const [result] = test.org.dml.insert('Account', [{ Name: 'Acme' }], { context, allOrNone: false });
    expect(result).toMatchObject({
      success: false,
      errors: [{ statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }],
    });
    expect(result?.errors[0]?.message).toContain('MIXED_DML_OPERATION');
    expect(result?.errors[0]?.message).toContain('UserRole, original object: Account');
    expect(result?.errors[0]?.message).toContain('Trigger.AccountRoles: line 2, column 1');
    expect(test.query('SELECT Name FROM Account')).toEqual([]);
    expect(test.query("SELECT Name FROM UserRole WHERE Name = 'Acme'")).toEqual([]);
  });
});
