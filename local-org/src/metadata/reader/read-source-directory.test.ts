import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSourceDirectory } from './read-source-directory';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const FILES = {
  'objects/Thing__c/Thing__c.object-meta.xml': `<CustomObject ${XMLNS}><label>Thing</label></CustomObject>`,
  'objects/Thing__c/fields/Size__c.field-meta.xml': `<CustomField ${XMLNS}>\n    <fullName>Size__c</fullName>\n    <wrong/>\n</CustomField>`,
  'objects/Account/fields/Ref__c.field-meta.xml': `<CustomField ${XMLNS}><fullName>Ref__c</fullName><type>Text</type></CustomField>`,
  'classes/billing/Billing.cls': 'class Billing {}',
  'classes/billing/Billing.cls-meta.xml': `<ApexClass ${XMLNS}><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`,
  'lwc/hello/hello.js': 'export default 1',
  'lwc/hello/hello.js-meta.xml': `<LightningComponentBundle ${XMLNS}><isExposed>false</isExposed></LightningComponentBundle>`,
  'layouts/Account-My %28X%29.layout-meta.xml': `<Layout ${XMLNS}></Layout>`,
  'reports/Sales/Open.report-meta.xml': `<Report ${XMLNS}><format>Tabular</format><name>Open</name><reportType>Opportunity</reportType></Report>`,
  'reports/Sales.reportFolder-meta.xml': `<ReportFolder ${XMLNS}><name>Sales</name></ReportFolder>`,
  'README.md': 'no metadata',
};

describe('readSourceDirectory', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'source-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives the same components as a package, children of objects included', () => {
    const { components } = readSourceDirectory(folder);
    expect(components.map(({ type, fullName }) => `${type} ${fullName}`).sort()).toEqual([
      'ApexClass Billing',
      'CustomField Account.Ref__c',
      'CustomObject Thing__c',
      'Layout Account-My (X)',
      'LightningComponentBundle hello',
      'Report Sales',
      'Report Sales/Open',
    ]);
  });

  it('reports problems with the path and position in the source', () => {
    expect(readSourceDirectory(folder).problems).toMatchObject([
      {
        componentType: 'CustomField',
        fullName: 'Thing__c.Size__c',
        fileName: 'objects/Thing__c/fields/Size__c.field-meta.xml',
        position: { line: 3, column: 13 },
      },
    ]);
  });
});
