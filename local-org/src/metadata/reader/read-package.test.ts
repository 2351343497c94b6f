import { strToU8, zipSync } from 'fflate';
import { packageOf, zipPackage } from '../fixture/test-package';
import { parsePackagePath } from './file-name';
import { readPackage } from './read-package';

describe('readPackage', () => {
  it('refuses bytes that are no zip', () => {
    expect(() => readPackage(strToU8('<Package/>'))).toThrow(
      expect.objectContaining({
        code: 'INVALID_ZIP',
        message: 'Invalid zip file: the file is not a readable zip',
      }),
    );
  });

  it.each(['../evil.role', '/roles/CEO.role', 'roles\\CEO.role', 'roles/../../x'])(
    'refuses the path %s',
    (path) => {
      expect(() => readPackage(zipSync({ [path]: strToU8('x') }))).toThrow(
        expect.objectContaining({ code: 'INVALID_ZIP' }),
      );
    },
  );

  it('refuses a package of more than 10,000 files', () => {
    const entries = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, i) => [`roles/R${i}.role`, new Uint8Array()]),
    );
    expect(() => readPackage(zipSync(entries, { level: 0 }))).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });

  it('reports a package without package.xml', () => {
    const { problems } = readPackage(zipSync({ 'roles/CEO.role': strToU8('<Role/>') }));
    expect(problems).toEqual([
      {
        componentType: '',
        fullName: 'package.xml',
        fileName: 'package.xml',
        message: 'No package.xml found',
      },
    ]);
  });

  it('finds the package in its one top folder', () => {
    const inFolder = zipSync({
      'unpackaged/package.xml': strToU8(
        '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>*</members><name>Role</name></types><version>67.0</version></Package>',
      ),
      'unpackaged/roles/CEO.role': strToU8(
        '<Role xmlns="http://soap.sforce.com/2006/04/metadata"><name>CEO</name></Role>',
      ),
    });
    expect(readPackage(inFolder).components.map((component) => component.fileName)).toEqual([
      'roles/CEO.role',
    ]);
  });

  it('finds folders that the manifest names with a slash at the end', () => {
    const withFolder = zipSync({
      'package.xml': strToU8(
        '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Sales/</members><name>Report</name></types><version>67.0</version></Package>',
      ),
      'reports/Sales-meta.xml': strToU8(
        '<ReportFolder xmlns="http://soap.sforce.com/2006/04/metadata"><name>Sales</name></ReportFolder>',
      ),
    });
    const { components, problems } = readPackage(withFolder);
    expect(problems).toEqual([]);
    expect(components.map(({ fullName }) => fullName)).toEqual(['Sales']);
  });

  it('reads bodies with their meta files, and the files of a bundle', () => {
    const { components, problems } = packageOf({
      'classes/Billing.cls': 'class Billing {}',
      'classes/Billing.cls-meta.xml':
        '<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>',
      'lwc/hello/hello.js': 'export default 1',
      'lwc/hello/hello.js-meta.xml':
        '<LightningComponentBundle><apiVersion>67.0</apiVersion><isExposed>false</isExposed></LightningComponentBundle>',
    });
    expect(problems).toEqual([]);
    expect(
      components.map(({ type, fullName, fileName, files }) => [
        type,
        fullName,
        fileName,
        files.map((f) => f.path),
      ]),
    ).toEqual([
      ['ApexClass', 'Billing', 'classes/Billing.cls', ['classes/Billing.cls']],
      [
        'LightningComponentBundle',
        'hello',
        'lwc/hello',
        ['lwc/hello/hello.js', 'lwc/hello/hello.js-meta.xml'],
      ],
    ]);
  });

  it('takes labels out of their file under their own names', () => {
    const { components } = packageOf({
      'labels/CustomLabels.labels':
        '<CustomLabels><labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected>' +
        '<shortDescription>Greeting</shortDescription><value>Hello</value></labels></CustomLabels>',
    });
    expect(components.map(({ type, fullName }) => `${type} ${fullName}`)).toEqual([
      'CustomLabels CustomLabels',
      'CustomLabel Greeting',
    ]);
  });

  it('knows the position of every element', () => {
    const zip = zipPackage({ 'roles/CEO.role': '<Role>\n    <name>CEO</name>\n    <wrong/>\n</Role>' });
    expect(readPackage(zip).problems[0]?.position).toEqual({ line: 3, column: 13 });
  });
});

describe('parsePackagePath', () => {
  it.each([
    ['objects/Account.object', 'CustomObject', 'Account', 'CustomObject'],
    ['layouts/Account-My %28X%29.layout', 'Layout', 'Account-My (X)', 'Layout'],
    ['reports/Sales/Open.report', 'Report', 'Sales/Open', 'Report'],
    ['reports/Sales-meta.xml', 'Report', 'Sales', 'ReportFolder'],
    ['email/Sales/Hi.email-meta.xml', 'EmailTemplate', 'Sales/Hi', 'EmailTemplate'],
    ['settings/Opportunity.settings', 'Settings', 'Opportunity', 'OpportunitySettings'],
    ['customMetadata/Gate.First.md', 'CustomMetadata', 'Gate.First', 'CustomMetadata'],
    ['certs/Jwt.crt-meta.xml', 'Certificate', 'Jwt', 'Certificate'],
  ])('%s is %s %s', (path, type, fullName, rootType) => {
    expect(parsePackagePath(path)).toMatchObject({ type: { name: type }, fullName, rootType });
  });

  it('knows nothing of other folders', () => {
    expect(parsePackagePath('wombats/A.wombat')).toBeUndefined();
  });
});
