import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './testing/run-folder';
import { RunningOrg } from './testing/running-org';
import { ALIAS, fileIn, Sf } from './testing/sf';

/** One row of the result of a deploy or a retrieve. */
interface SourceFile {
  readonly fullName: string;
  readonly type: string;
  readonly state: string;
  readonly error?: string;
  readonly lineNumber?: number;
}

interface DeployResult {
  readonly status: string;
  readonly files: readonly SourceFile[];
}

const root = temporaryFolder();
const project = join(root, 'project');
const objectFolder = join(project, 'force-app/main/default/objects/Parcel__c');
let org: RunningOrg;
let sf: Sf;
/** The CLI in a small project: one object with three fields and a rule, one permission set. */
let small: Sf;

const meta = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>\n`;

const field = (name: string, body: string): void =>
  writeFileSync(
    fileIn(objectFolder, 'fields', `${name}.field-meta.xml`),
    meta('CustomField', `<fullName>${name}</fullName>\n<label>${name.replace('__c', '')}</label>\n${body}`),
  );

function writeProject(): void {
  writeFileSync(
    fileIn(project, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' }),
  );
  writeFileSync(
    fileIn(objectFolder, 'Parcel__c.object-meta.xml'),
    meta(
      'CustomObject',
      '<label>Parcel</label>\n<pluralLabel>Parcels</pluralLabel>\n<nameField><label>Parcel Name</label><type>Text</type></nameField>\n<deploymentStatus>Deployed</deploymentStatus>\n<sharingModel>ReadWrite</sharingModel>',
    ),
  );
  field(
    'Code__c',
    '<type>Text</type>\n<length>20</length>\n<externalId>true</externalId>\n<unique>true</unique>',
  );
  field('Weight__c', '<type>Number</type>\n<precision>8</precision>\n<scale>2</scale>');
  field('Remark__c', '<type>Text</type>\n<length>80</length>');
  writeFileSync(
    fileIn(objectFolder, 'validationRules', 'Weight_Positive.validationRule-meta.xml'),
    meta(
      'ValidationRule',
      '<fullName>Weight_Positive</fullName>\n<active>true</active>\n<errorConditionFormula>Weight__c &lt; 0</errorConditionFormula>\n<errorMessage>A parcel weighs something.</errorMessage>',
    ),
  );
  const grant = (name: string): string =>
    `<fieldPermissions><editable>true</editable><field>Parcel__c.${name}</field><readable>true</readable></fieldPermissions>`;
  writeFileSync(
    fileIn(project, 'force-app/main/default/permissionsets/Parcels.permissionset-meta.xml'),
    meta(
      'PermissionSet',
      `${['Code__c', 'Weight__c', 'Remark__c'].map(grant).join('\n')}\n<label>Parcels</label>\n<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>true</modifyAllRecords><object>Parcel__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>`,
    ),
  );
}

const deploy = (...args: string[]) =>
  small.json<DeployResult>('project', 'deploy', 'start', '--source-dir', 'force-app', ...args);
const states = (files: readonly SourceFile[]): string[] => [...new Set(files.map(({ state }) => state))];
/** Fields in the metadata of the object, whoever may see them. */
const fieldNames = async (): Promise<string[]> => {
  const fields = await org.connect().metadata.list({ type: 'CustomField' });
  const names = fields.map(({ fullName }) => fullName.split('.'));
  return names.flatMap(([object, name = '']) => (object === 'Parcel__c' ? [name] : [])).sort();
};

beforeAll(async () => {
  writeProject();
  org = await RunningOrg.start(join(root, 'state'));
  sf = new Sf(join(root, 'home'));
  small = sf.in(project);
  const login = await sf.logIn(org);
  expect(login).toMatchObject({ code: 0, stdout: expect.stringContaining(org.ready.username) });
}, 60_000);

describe('sf project', () => {
  it('deploy start: brings force-app to an empty org', async () => {
    const { files, status } = await sf.result<DeployResult>(
      'project',
      'deploy',
      'start',
      '--source-dir',
      'force-app',
    );
    expect([status, states(files)]).toEqual(['Succeeded', ['Created']]);
    expect(files.length).toBeGreaterThan(100);
  }, 120_000);

  it('deploy start: creates, and then finds everything unchanged', async () => {
    const first = await deploy();
    expect([first.status, states(first.result.files)]).toEqual([0, ['Created']]);
    expect(first.result.files.map(({ type }) => type).sort()).toEqual([
      ...['CustomField', 'CustomField', 'CustomField', 'CustomObject', 'PermissionSet', 'ValidationRule'],
    ]);
    const second = await deploy();
    expect([second.status, states(second.result.files)]).toEqual([0, ['Unchanged']]);
  }, 60_000);

  it('deploy start --dry-run: reports what would change and changes nothing', async () => {
    field('Extra__c', '<type>Checkbox</type>\n<defaultValue>false</defaultValue>');
    const { status, result } = await deploy('--dry-run');
    expect(status).toBe(0);
    expect(result.files).toContainEqual(
      expect.objectContaining({ fullName: 'Parcel__c.Extra__c', state: 'Created' }),
    );
    expect(await fieldNames()).not.toContain('Extra__c');
  }, 60_000);

  it('deploy start: names component, line and problem of what is wrong, and leaves the org as it was', async () => {
    const before = await fieldNames();
    expect(before).toEqual(['Code__c', 'Remark__c', 'Weight__c']);
    field(
      'Broken__c',
      '<formula>Weight__c * Missing__c</formula>\n<type>Number</type>\n<precision>8</precision>\n<scale>2</scale>',
    );
    const { status, result } = await deploy();
    rmSync(join(objectFolder, 'fields/Broken__c.field-meta.xml'));
    expect([status, result.status]).toEqual([1, 'Failed']);
    expect(result.files.filter(({ state }) => state === 'Failed')).toEqual([
      expect.objectContaining({
        fullName: 'Parcel__c.Broken__c',
        type: 'CustomField',
        lineNumber: expect.any(Number),
        error: expect.stringContaining('Missing__c'),
      }),
    ]);
    expect(await fieldNames()).toEqual(before);
    rmSync(join(objectFolder, 'fields/Extra__c.field-meta.xml'));
  }, 60_000);

  it('retrieve start: writes what was deployed', async () => {
    const copy = join(root, 'copy');
    mkdirSync(join(copy, 'force-app'), { recursive: true });
    writeFileSync(join(copy, 'sfdx-project.json'), readFileSync(join(project, 'sfdx-project.json')));
    const { files } = await sf
      .in(copy)
      .result<{ files: readonly SourceFile[] }>(
        ...['project', 'retrieve', 'start', '--metadata', 'CustomObject:Parcel__c'],
        ...['--metadata', 'PermissionSet:Parcels'],
      );
    expect(files.map(({ fullName }) => fullName)).toEqual(
      expect.arrayContaining(['Parcel__c', 'Parcel__c.Weight__c', 'Parcel__c.Weight_Positive', 'Parcels']),
    );
    const weight = readFileSync(
      join(copy, 'force-app/main/default/objects/Parcel__c/fields/Weight__c.field-meta.xml'),
      'utf8',
    );
    expect(weight).toContain('<precision>8</precision>');
  }, 60_000);

  it('delete source: takes a field out of the org and of the project', async () => {
    const { status } = await small.json(
      ...['project', 'delete', 'source', '--metadata', 'CustomField:Parcel__c.Remark__c', '--no-prompt'],
    );
    expect(status).toBe(0);
    expect(await fieldNames()).toEqual(['Code__c', 'Weight__c']);
    expect(existsSync(join(objectFolder, 'fields/Remark__c.field-meta.xml'))).toBe(false);
  }, 60_000);
});

describe('sf data', () => {
  const csv = (name: string, lines: readonly string[]): string => {
    const file = fileIn(root, name);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  };
  const parcels = async (where = ''): Promise<readonly Record<string, unknown>[]> =>
    (await org.connect().query(`SELECT Name, Code__c, Weight__c FROM Parcel__c ${where} ORDER BY Code__c`))
      .records;

  beforeAll(async () => {
    await sf.result('org', 'assign', 'permset', '--name', 'Parcels');
  }, 30_000);

  it('create, get, update and delete a record', async () => {
    const { id } = await sf.result<{ id: string }>(
      ...[
        'data',
        'create',
        'record',
        '--sobject',
        'Parcel__c',
        '--values',
        "Name='First one' Code__c=P1 Weight__c=2.5",
      ],
    );
    const [got] = await Promise.all([
      sf.result<Record<string, unknown>>(
        'data',
        'get',
        'record',
        '--sobject',
        'Parcel__c',
        '--where',
        'Code__c=P1',
      ),
      sf.result(
        'data',
        'update',
        'record',
        '--sobject',
        'Parcel__c',
        '--record-id',
        id,
        '--values',
        'Weight__c=3',
      ),
    ]);
    expect(got).toMatchObject({ Id: id, Name: 'First one', Code__c: 'P1' });
    expect(await parcels()).toMatchObject([{ Weight__c: 3 }]);
    await sf.result('data', 'delete', 'record', '--sobject', 'Parcel__c', '--record-id', id);
    expect(await parcels()).toEqual([]);
  }, 60_000);

  it('upsert bulk, import bulk and export bulk', async () => {
    const bulk = ['--sobject', 'Parcel__c', '--wait', '5'];
    const upserted = csv('upsert.csv', ['Name,Code__c,Weight__c', 'U1,B1,1', 'U2,B2,2']);
    const imported = csv('import.csv', ['Name,Code__c,Weight__c', 'I1,B3,3', 'I2,B4,4']);
    const [first, second] = await Promise.all([
      sf.result('data', 'upsert', 'bulk', ...bulk, '--external-id', 'Code__c', '--file', upserted),
      sf.result('data', 'import', 'bulk', ...bulk, '--file', imported),
    ]);
    expect(JSON.stringify(first)).toContain('JobComplete');
    expect(second).toMatchObject({ processedRecords: 2, successfulRecords: 2, failedRecords: 0 });
    const target = join(root, 'export.csv');
    await sf.result(
      ...['data', 'export', 'bulk', '--query', 'SELECT Code__c, Weight__c FROM Parcel__c ORDER BY Code__c'],
      ...['--output-file', target, '--wait', '5'],
    );
    const lines = readFileSync(target, 'utf8').trim().split('\n');
    expect(lines.map((line) => line.replaceAll('"', ''))).toEqual([
      'Code__c,Weight__c',
      'B1,1.0',
      'B2,2.0',
      'B3,3.0',
      'B4,4.0',
    ]);
  }, 120_000);

  it('import tree, and query as a table and as JSON', async () => {
    const tree = fileIn(root, 'Account-Contact.json');
    const contact = {
      attributes: { type: 'Contact', referenceId: 'c1' },
      LastName: 'Leaf',
      Email: 'leaf@tree.example',
    };
    const account = {
      attributes: { type: 'Account', referenceId: 'a1' },
      Name: 'Tree, "Inc"',
      Contacts: { records: [contact] },
    };
    writeFileSync(tree, JSON.stringify({ records: [account] }));
    await sf.result('data', 'import', 'tree', '--files', tree);
    const soql = "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name LIKE 'Tree%'";
    const [table, json] = await Promise.all([
      sf.run('data', 'query', '--query', soql, '--target-org', ALIAS),
      sf.result<{ totalSize: number; records: unknown[] }>('data', 'query', '--query', soql),
    ]);
    expect(table).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/NAME[\s\S]*Tree, "Inc"[\s\S]*Leaf/i),
    });
    expect(json).toMatchObject({
      totalSize: 1,
      records: [{ Name: 'Tree, "Inc"', Contacts: { records: [{ LastName: 'Leaf' }] } }],
    });
  }, 60_000);

  it('query: shows code, text and position of a mistake', async () => {
    const { status, message } = await sf.json('data', 'query', '--query', 'SELECT Nonsense FROM Account');
    expect(status).toBe(1);
    expect(message).toContain("No such column 'Nonsense' on entity 'Account'");
  }, 60_000);
});

describe('sf org and sf sobject', () => {
  it('say what the org is and where it opens', async () => {
    const [display, open] = await Promise.all([
      sf.result('org', 'display'),
      sf.result<{ url: string; orgId: string }>('org', 'open', '--url-only'),
    ]);
    expect(display).toMatchObject({
      username: org.ready.username,
      instanceUrl: org.url,
      connectedStatus: 'Connected',
    });
    expect(open.orgId).toBe(org.ready.orgId);
    expect(open.url.startsWith(org.url)).toBe(true);
  }, 60_000);

  it('list metadata types and the components of one', async () => {
    const [types, objects] = await Promise.all([
      sf.result<{ metadataObjects: { xmlName: string }[] }>('org', 'list', 'metadata-types'),
      sf.result<{ fullName: string }[]>('org', 'list', 'metadata', '--metadata-type', 'CustomObject'),
    ]);
    expect(types.metadataObjects.map(({ xmlName }) => xmlName)).toEqual(
      expect.arrayContaining(['CustomObject', 'PermissionSet', 'Flow', 'ApexClass']),
    );
    expect(objects.map(({ fullName }) => fullName)).toEqual(expect.arrayContaining(['Account', 'Parcel__c']));
  }, 60_000);

  it('describe and list objects, and list limits', async () => {
    const [describe, list] = await Promise.all([
      sf.result<{ fields: { name: string }[] }>('sobject', 'describe', '--sobject', 'Parcel__c'),
      sf.result<string[]>('sobject', 'list', '--sobject', 'custom'),
    ]);
    expect(describe.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Id', 'Name', 'Weight__c']),
    );
    expect(list).toContain('Parcel__c');
    const limits = await sf.result<{ name: string; max: number }[]>('org', 'list', 'limits');
    expect(limits).toContainEqual(
      expect.objectContaining({ name: 'DailyApiRequests', max: expect.any(Number) }),
    );
  }, 60_000);
});
