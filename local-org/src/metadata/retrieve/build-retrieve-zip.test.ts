import { strFromU8, unzipSync } from 'fflate';
import { planFiles } from '../fixture/test-package';
import { standardObjects } from '../../schema';
import { AssignedKeyPrefixes } from '../loader/key-prefixes';
import { planDeploy } from '../plan/plan-deploy';
import { readPackage } from '../reader/read-package';
import { componentFromRow, componentToRow } from '../store/component-row';
import { ComponentStore } from '../store/component-store';
import { DEPLOY_OPTIONS, NO_DATA } from '../fixture/test-package';
import { buildRetrieveZip } from './build-retrieve-zip';

const FILES = {
  'objects/Account.object':
    '<CustomObject><fields><fullName>A__c</fullName><label>A &amp; B</label><length>10</length><type>Text</type></fields>' +
    '<fields><fullName>C__c</fullName><label>C</label><type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted>' +
    '<value><fullName>X</fullName><default>true</default></value></valueSetDefinition></valueSet></fields></CustomObject>',
  'objects/Gate__mdt.object':
    '<CustomObject><fields><fullName>Days__c</fullName><label>Days</label><precision>3</precision><scale>0</scale>' +
    '<type>Number</type></fields><label>Gate</label><pluralLabel>Gates</pluralLabel></CustomObject>',
  'customMetadata/Gate.First.md':
    '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>First</label><values><field>Days__c</field>' +
    '<value xsi:type="xsd:double">5.0</value></values></CustomMetadata>',
  'labels/CustomLabels.labels':
    '<CustomLabels><labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected>' +
    '<shortDescription>Greeting</shortDescription><value>Hello</value></labels></CustomLabels>',
  'layouts/Account-My %28X%29.layout': '<Layout></Layout>',
  'reports/Sales-meta.xml': '<ReportFolder><name>Sales</name></ReportFolder>',
  'settings/Opportunity.settings':
    '<OpportunitySettings><enableOpportunityTeam>true</enableOpportunityTeam></OpportunitySettings>',
  'classes/Billing.cls': 'public class Billing {}',
  'classes/Billing.cls-meta.xml':
    '<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>',
  'lwc/hello/hello.js': 'export default 1',
  'lwc/hello/hello.js-meta.xml':
    '<LightningComponentBundle><isExposed>false</isExposed></LightningComponentBundle>',
};

const deployed = planFiles(ComponentStore.EMPTY, FILES);

describe('buildRetrieveZip', () => {
  it('gives a package whose deploy changes nothing', () => {
    expect(deployed.messages.filter((message) => !message.success)).toEqual([]);
    const types = [
      ...deployed.store.types().map((name) => ({ name, members: ['*'] })),
      { name: 'CustomObject', members: ['Account'] },
    ];
    const { zip, components } = buildRetrieveZip(deployed.store, types, 67);
    expect(components).toHaveLength([...deployed.store.components()].length);
    const again = planDeploy({
      current: deployed.store,
      package: readPackage(zip),
      options: DEPLOY_OPTIONS,
      standard: standardObjects(),
      keyPrefixes: new AssignedKeyPrefixes(),
      data: NO_DATA,
    });
    expect(again.messages.filter((message) => !message.success)).toEqual([]);
    expect(again.operations).toEqual([]);
  });

  it('writes only the children that are asked for', () => {
    const { zip } = buildRetrieveZip(
      deployed.store,
      [{ name: 'CustomField', members: ['Account.A__c'] }],
      67,
    );
    const entries = unzipSync(zip);
    expect(Object.keys(entries).sort()).toEqual([
      'unpackaged/objects/Account.object',
      'unpackaged/package.xml',
    ]);
    const xml = strFromU8(entries['unpackaged/objects/Account.object'] ?? new Uint8Array());
    expect(xml).toContain('<label>A &amp; B</label>');
    expect(xml).not.toContain('C__c');
  });

  it('names members that do not exist', () => {
    const { messages } = buildRetrieveZip(deployed.store, [{ name: 'Role', members: ['CEO'] }], 67);
    expect(messages).toEqual([
      { fileName: 'unpackaged/package.xml', problem: "Entity of type 'Role' named 'CEO' cannot be found" },
    ]);
  });
});

describe('component rows', () => {
  it('bring back every component as it was', () => {
    const components = [...deployed.store.components()];
    expect(components.map((component) => componentFromRow(componentToRow(component)))).toEqual(components);
  });
});
