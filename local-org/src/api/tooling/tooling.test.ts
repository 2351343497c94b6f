import { RunningApi } from '../testing/running-api';

const RULE =
  '<validationRules><fullName>Named</fullName><active>true</active><errorConditionFormula>ISBLANK(Name)</errorConditionFormula><errorMessage>Name it</errorMessage></validationRules>';
const FIELD =
  '<fields><fullName>Score__c</fullName><label>Score</label><precision>4</precision><scale>0</scale><type>Number</type></fields>';

describe('Tooling API', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
    await api.deploy({
      'package.xml': `<Package ${namespace}><types><members>Account.Score__c</members><name>CustomField</name></types><types><members>Account.Named</members><name>ValidationRule</name></types><version>67.0</version></Package>`,
      'objects/Account.object': `<CustomObject ${namespace}>${FIELD}${RULE}</CustomObject>`,
    });
  });
  afterAll(() => api.stop());

  const query = (soql: string, more = ''): ReturnType<RunningApi['call']> =>
    api.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}${more}`);

  it('queries setup objects, with addresses of its own', async () => {
    const { body } = await query("SELECT Username FROM User WHERE Username = 'admin@local.org'");
    expect(body).toMatchObject({
      size: 1,
      totalSize: 1,
      done: true,
      queryLocator: null,
      entityTypeName: 'User',
      records: [
        {
          attributes: {
            type: 'User',
            url: expect.stringMatching(/^\/services\/data\/v67.0\/tooling\/sobjects\/User\/005/),
          },
          Username: 'admin@local.org',
        },
      ],
    });
  });

  it('answers deployed metadata as records', async () => {
    const fields = await query(
      "SELECT Id, DeveloperName, EntityDefinition.QualifiedApiName FROM CustomField WHERE TableEnumOrId = 'Account'",
    );
    expect(fields.body).toMatchObject({
      records: [{ DeveloperName: 'Score', EntityDefinition: { QualifiedApiName: 'Account' } }],
    });
    const rules = await query(
      "SELECT ValidationName, Active, ErrorMessage FROM ValidationRule WHERE EntityDefinition.QualifiedApiName = 'Account'",
    );
    expect(rules.body).toMatchObject({
      records: [{ ValidationName: 'Named', Active: true, ErrorMessage: 'Name it' }],
    });
    expect((await query('SELECT Id FROM ApexClass')).body).toMatchObject({ totalSize: 0, records: [] });
  });

  it('answers columns=true', async () => {
    const { body } = await query('SELECT DeveloperName FROM CustomField', '&columns=true');
    expect(body).toMatchObject({
      entityName: 'CustomField',
      columnMetadata: [{ columnName: 'DeveloperName' }],
    });
  });

  it.each(['Account', 'SourceMember', 'SandboxProcess'])('knows no %s', async (name) => {
    const { status, body } = await query(`SELECT Id FROM ${name}`);
    expect([status, body]).toEqual([
      400,
      [
        {
          errorCode: 'INVALID_TYPE',
          message: expect.stringContaining(`sObject type '${name}' is not supported.`),
        },
      ],
    ]);
    expect((await api.call('GET', `/tooling/sobjects/${name}/describe`)).status).toBe(404);
  });

  it('describes its objects', async () => {
    const { body } = await api.call('GET', '/tooling/sobjects/CustomField/describe');
    const { fields } = body as { fields: { name: string }[] };
    expect(fields.map(({ name }) => name)).toContain('TableEnumOrId');
    const all = (await api.call('GET', '/tooling/sobjects')).body as { sobjects: { name: string }[] };
    expect(all.sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['CustomField', 'User', 'ApexClass']),
    );
  });

  it.each([
    ['GET', '/tooling/completions', 'Tooling API: completions'],
    [
      'GET',
      '/tooling/query?q=SELECT+Id+FROM+MetadataComponentDependency',
      'Tooling object MetadataComponentDependency',
    ],
    ['GET', '/tooling/sobjects/ApexPageMember/describe', 'Tooling object ApexPageMember'],
    ['DELETE', '/tooling/sobjects/ApexPage/066000000000001AAA', 'Tooling API: records of ApexPage'],
  ])('refuses %s %s by name', async (method, path, feature) => {
    const { status, body } = await api.call(method, path);
    expect([status, (body as [{ message: string }])[0].message]).toEqual([
      501,
      `${feature} is not supported by the local org`,
    ]);
  });
});
