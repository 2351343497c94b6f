import { apexClasses } from '../testing/apex-package';
import { RunningApi, type Answer } from '../testing/running-api';

const SOURCES = {
  Deals: `public with sharing class Deals {
  public class Line {
    @AuraEnabled public String name { get; set; }
    @AuraEnabled public Decimal amount;
    @AuraEnabled public Date due { get { return Date.newInstance(2026, 1, 15); } }
    public String hidden = 'secret';
  }
  public class OwnException extends Exception {
  }
  @AuraEnabled(cacheable=true)
  public static List<Account> accounts(String name) {
    return [SELECT Id, Name, Site, Owner.Username, (SELECT LastName FROM Contacts) FROM Account WHERE Name = :name];
  }
  @AuraEnabled
  public static Line echo(Line line, List<Integer> numbers) {
    line.amount = numbers[0] + numbers[1];
    line.hidden = line.name;
    return line;
  }
  @AuraEnabled
  public static void nothing() {
  }
  @AuraEnabled(cacheable=true)
  public static void writing() {
    insert new Account(Name = 'Never');
  }
  @AuraEnabled
  public static Integer handled() {
    insert new Account(Name = 'Undone');
    throw new AuraHandledException('Please try again');
  }
  @AuraEnabled
  public static void own() {
    throw new OwnException('odd');
  }
  @AuraEnabled
  public static Integer divided(Integer by) {
    return 1 / by;
  }
  public static void closed() {
  }
}`,
  DealResource: `@RestResource(urlMapping='/deals')
global class DealResource {
  @HttpGet
  global static String read() {
    return 'read';
  }
}`,
};

const METADATA = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const ACCESS = {
  'objects/Account.object': `<CustomObject ${METADATA}><sharingModel>Private</sharingModel></CustomObject>`,
  'package.xml': `<Package ${METADATA}><types><members>Account</members><name>CustomObject</name></types><types><members>Deal_Pages</members><name>PermissionSet</name></types><version>67.0</version></Package>`,
  'permissionsets/Deal_Pages.permissionset': `<PermissionSet ${METADATA}>
    <classAccesses><apexClass>DealResource</apexClass><enabled>true</enabled></classAccesses>
    <classAccesses><apexClass>Deals</apexClass><enabled>true</enabled></classAccesses>
    <label>Deal Pages</label></PermissionSet>`,
};

describe('Apex methods of pages', () => {
  let api: RunningApi;
  let repToken: string;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(apexClasses(SOURCES));
    await api.deploy(ACCESS);
    repToken = await api.loginAs('rep@local.org', 'Standard User');
  });
  afterAll(() => api.stop());

  const execute = (method: string, params: unknown = {}, token = api.token): Promise<Answer> =>
    api.send('POST', '/webruntime/api/apex/execute', {
      json: { namespace: '', classname: 'Deals', method, isContinuation: false, params, cacheable: false },
      headers: { authorization: `Bearer ${token}` },
    });
  const resource = (token: string): Promise<Answer> =>
    api.send('GET', '/services/apexrest/deals', { headers: { authorization: `Bearer ${token}` } });
  const assign = async (): Promise<string> => {
    const { records: sets } = await api.query("SELECT Id FROM PermissionSet WHERE Name = 'Deal_Pages'");
    const { records: users } = await api.query("SELECT Id FROM User WHERE Username = 'rep@local.org'");
    const assignment = { AssigneeId: users[0]?.['Id'], PermissionSetId: sets[0]?.['Id'] };
    return api.create('PermissionSetAssignment', assignment);
  };

  it('get records with their parents and children, and whether the method is cacheable', async () => {
    const id = await api.create('Account', { Name: 'Acme' });
    const contact = await api.create('Contact', { LastName: 'Roe', AccountId: id });
    const { status, body } = await execute('accounts', { name: 'Acme' });
    expect([status, body]).toEqual([
      200,
      {
        returnValue: [
          {
            Id: id,
            Name: 'Acme',
            Owner: { Username: 'admin@local.org', Id: expect.stringMatching(/^005/) },
            Contacts: [{ LastName: 'Roe', Id: contact }],
          },
        ],
        cacheable: true,
      },
    ]);
  });

  it('get of an object the enabled members that have a value', async () => {
    const { body } = await execute('echo', { line: { name: 'A' }, numbers: [1, 2] });
    expect(body).toEqual({ returnValue: { name: 'A', amount: 3, due: '2026-01-15' }, cacheable: false });
    expect((await execute('nothing')).body).toEqual({ cacheable: false });
  });

  it('get the exception, and what it did is undone', async () => {
    const { status, body } = await execute('handled');
    expect([status, body]).toEqual([
      500,
      {
        exceptionType: 'System.AuraHandledException',
        isUserDefinedException: false,
        message: 'Please try again',
        stackTrace: expect.stringContaining('Class.Deals.handled: line 30'),
      },
    ]);
    expect((await api.query("SELECT Id FROM Account WHERE Name = 'Undone'")).totalSize).toBe(0);
  });

  it.each([
    ['own', {}, { exceptionType: 'Deals.OwnException', message: 'odd', isUserDefinedException: true }],
    ['divided', { by: 0 }, { exceptionType: 'System.MathException', message: 'Divide by 0' }],
    ['divided', {}, { exceptionType: 'System.NullPointerException' }],
    ['divided', { by: 'many' }, { exceptionType: 'System.JSONException' }],
    ['writing', {}, { exceptionType: 'System.LimitException', message: 'Too many DML statements: 1' }],
    ['closed', {}, { message: 'No apex action available for Deals.closed' }],
  ])('%s with %j fails with %j', async (method, params, error) => {
    const { status, body } = await execute(method, params);
    expect([status, body]).toMatchObject([500, error]);
  });

  it('and Apex REST: classes are closed until a permission set opens them; sharing holds within', async () => {
    expect((await execute('nothing', {}, repToken)).body).toEqual({
      message: "You do not have access to the Apex class named 'Deals'.",
    });
    expect(await resource(repToken)).toMatchObject({
      status: 403,
      body: [
        {
          errorCode: 'FORBIDDEN',
          message: 'You do not have access to the Apex class named: DealResource',
        },
      ],
    });
    await api.create('Account', { Name: 'Of the administrator' });
    await assign();
    expect((await resource(repToken)).body).toBe('read');
    const { status, body } = await execute('accounts', { name: 'Of the administrator' }, repToken);
    expect([status, (body as { returnValue: unknown[] }).returnValue]).toEqual([200, []]);
  });

  it('need a session, a class and a method; continuations are refused by name', async () => {
    const path = '/webruntime/api/apex/execute';
    const headers = { authorization: `Bearer ${api.token}` };
    const json = { classname: 'Deals', method: 'nothing' };
    expect((await api.send('POST', path, { json })).status).toBe(401);
    expect((await api.send('POST', path, { json: {}, headers })).status).toBe(400);
    expect((await api.send('POST', path, { json: { ...json, isContinuation: true }, headers })).status).toBe(
      501,
    );
  });
});
