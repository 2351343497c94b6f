import { Schema, standardObjects } from '../../schema';
import { planFiles } from '../fixture/test-package';
import { ComponentStore } from '../store/component-store';
import { AssignedKeyPrefixes } from './key-prefixes';
import { buildSchema } from './build-schema';

const head = (label: string, sharingModel: string, more = ''): string =>
  `<deploymentStatus>Deployed</deploymentStatus><label>${label}</label><nameField><label>Name</label><type>Text</type>` +
  `</nameField><pluralLabel>${label}s</pluralLabel><sharingModel>${sharingModel}</sharingModel>${more}`;
const field = (name: string, inner: string): string =>
  `<fields><fullName>${name}</fullName>${inner.includes('<label>') ? '' : `<label>${name}</label>`}${inner}</fields>`;
const values = (...names: string[]): string =>
  names
    .map((name) => `<value><fullName>${name}</fullName><default>${name === names[0]}</default></value>`)
    .join('');

const FILES = {
  'globalValueSets/Colours.globalValueSet':
    '<GlobalValueSet><customValue><fullName>Red</fullName><default>false</default><label>Bright red</label></customValue>' +
    '<masterLabel>Colours</masterLabel><sorted>false</sorted></GlobalValueSet>',
  'standardValueSets/OpportunityStage.standardValueSet':
    '<StandardValueSet><sorted>false</sorted><standardValue><fullName>Talk</fullName><default>true</default><closed>false</closed>' +
    '<forecastCategory>Pipeline</forecastCategory><probability>20</probability><won>false</won></standardValue>' +
    '<standardValue><fullName>Done</fullName><default>false</default><closed>true</closed>' +
    '<forecastCategory>Closed</forecastCategory><probability>100</probability><won>true</won></standardValue></StandardValueSet>',
  'objects/Opportunity.object':
    '<CustomObject><businessProcesses><fullName>Short</fullName><isActive>true</isActive><values><fullName>Talk</fullName>' +
    '<default>true</default></values></businessProcesses>' +
    field(
      'Ref__c',
      '<externalId>true</externalId><length>20</length><type>Text</type><unique>true</unique>',
    ) +
    '<recordTypes><fullName>Small</fullName><active>true</active><businessProcess>Short</businessProcess><label>Small</label>' +
    '</recordTypes><sharingModel>Private</sharingModel></CustomObject>',
  'objects/Thing__c.object':
    `<CustomObject>${head('Thing', 'Private', '<enableActivities>true</enableActivities>')}` +
    field('Colour__c', '<type>Picklist</type><valueSet><valueSetName>Colours</valueSetName></valueSet>') +
    field(
      'Size__c',
      `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values('S', 'L')}</valueSetDefinition></valueSet>`,
    ) +
    field(
      'Fit__c',
      `<type>Picklist</type><valueSet><controllingField>Size__c</controllingField><valueSetDefinition><sorted>false</sorted>${values('Slim', 'Wide')}` +
        '</valueSetDefinition><valueSettings><controllingFieldValue>L</controllingFieldValue><valueName>Wide</valueName></valueSettings></valueSet>',
    ) +
    field(
      'Account__c',
      '<referenceTo>Account</referenceTo><relationshipName>Things</relationshipName><required>true</required><type>Lookup</type>',
    ) +
    field(
      'Total__c',
      '<summarizedField>Line__c.Cost__c</summarizedField><summaryFilterItems><field>Line__c.Cost__c</field><operation>greaterThan</operation><value>0</value></summaryFilterItems><summaryForeignKey>Line__c.Thing__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>',
    ) +
    field(
      'Lines__c',
      '<summaryForeignKey>Line__c.Thing__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    ) +
    field(
      'Double__c',
      '<formula>Total__c * 2</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs><precision>18</precision><scale>2</scale><trackHistory>false</trackHistory><type>Currency</type>',
    ) +
    field(
      'Number__c',
      '<displayFormat>T-{0000}</displayFormat><trackHistory>true</trackHistory><type>AutoNumber</type>',
    ) +
    field('Since__c', '<defaultValue>TODAY()</defaultValue><type>Date</type>') +
    field('Open__c', '<defaultValue>true</defaultValue><type>Checkbox</type>') +
    field(
      'Place__c',
      '<displayLocationInDecimal>true</displayLocationInDecimal><scale>5</scale><type>Location</type>',
    ) +
    '</CustomObject>',
  'objects/Line__c.object':
    `<CustomObject>${head('Line', 'ControlledByParent')}` +
    field(
      'Thing__c',
      '<referenceTo>Thing__c</referenceTo><relationshipName>Lines</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail><type>MasterDetail</type>',
    ) +
    field('Cost__c', '<precision>12</precision><scale>2</scale><type>Currency</type>') +
    '</CustomObject>',
  'objects/Gate__mdt.object': `<CustomObject><label>Gate</label><pluralLabel>Gates</pluralLabel></CustomObject>`,
  'objects/Told__e.object': `<CustomObject><label>Told</label><pluralLabel>Tolds</pluralLabel></CustomObject>`,
  'objects/Limit__c.object': `<CustomObject><customSettingsType>Hierarchy</customSettingsType><label>Limit</label></CustomObject>`,
};

describe('buildSchema', () => {
  const plan = planFiles(ComponentStore.EMPTY, FILES);
  const schema = new Schema(plan.definitions);
  const thing = schema.find('Thing__c');

  it('takes the package', () => {
    expect(plan.messages.filter((message) => !message.success)).toEqual([]);
  });

  it.each([
    ['Thing__c', 'custom', 'a'],
    ['Gate__mdt', 'customMetadata', 'm'],
    ['Told__e', 'platformEvent', 'e'],
    ['Limit__c', 'hierarchyCustomSetting', 'a'],
  ])('%s is of kind %s', (name, kind, firstCharacter) => {
    expect(schema.find(name)?.definition.kind).toBe(kind);
    expect(schema.find(name)?.definition.keyPrefix?.[0]).toBe(firstCharacter);
  });

  it('makes share and history objects, and no owner for details', () => {
    expect(schema.find('Thing__Share')?.definition.associate).toEqual({ type: 'Share', parent: 'Thing__c' });
    expect(schema.find('Thing__History')).toBeDefined();
    expect(schema.find('Line__c')?.field('OwnerId')).toBeUndefined();
    expect(schema.find('Line__c')?.definition).toMatchObject({
      sharingModel: 'ControlledByParent',
      sharingParent: 'Thing__c',
    });
    expect(schema.find('Line__Share')).toBeUndefined();
  });

  it.each([
    [
      'Colour__c',
      {
        type: 'picklist',
        picklist: { restricted: true, valueSet: 'Colours', values: [{ value: 'Red', label: 'Bright red' }] },
      },
    ],
    [
      'Size__c',
      {
        type: 'picklist',
        picklist: { restricted: true, values: [{ value: 'S', defaultValue: true }, { value: 'L' }] },
      },
    ],
    [
      'Fit__c',
      {
        picklist: {
          restricted: false,
          controllingField: 'Size__c',
          values: [{ value: 'Slim', validFor: [] }, { validFor: ['L'] }],
        },
      },
    ],
    [
      'Account__c',
      {
        type: 'reference',
        nillable: false,
        relationship: {
          kind: 'lookup',
          relationshipName: 'Account__r',
          childRelationshipName: 'Things__r',
          onDelete: 'Restrict',
        },
      },
    ],
    [
      'Total__c',
      {
        type: 'currency',
        precision: 18,
        scale: 2,
        createable: false,
        rollup: {
          operation: 'sum',
          childObject: 'Line__c',
          foreignKey: 'Thing__c',
          summarizedField: 'Cost__c',
          filters: [{ field: 'Cost__c', operation: 'greaterThan', value: '0' }],
        },
      },
    ],
    ['Lines__c', { type: 'double', precision: 18, scale: 0, rollup: { operation: 'count' } }],
    [
      'Double__c',
      {
        type: 'currency',
        createable: false,
        formula: { expression: 'Total__c * 2', treatBlanksAs: 'BlankAsZero' },
      },
    ],
    ['Number__c', { type: 'string', autoNumber: 'T-{0000}', createable: false, trackHistory: true }],
    ['Since__c', { type: 'date', defaultFormula: 'TODAY()' }],
    ['Open__c', { type: 'boolean', defaultValue: true, nillable: false }],
    ['Place__c', { type: 'location' }],
    ['Place__Latitude__s', { type: 'double', precision: 8, scale: 5, compoundFieldName: 'Place__c' }],
  ])('%s is built from its metadata', (name, expected) => {
    expect(thing?.field(name)).toMatchObject(expected);
  });

  it('makes a reparentable master-detail field', () => {
    expect(schema.find('Line__c')?.field('Thing__c')).toMatchObject({
      nillable: false,
      updateable: true,
      relationship: { kind: 'masterDetail', onDelete: 'Cascade', reparentable: true },
    });
    expect(thing?.childRelationship('Lines__r')?.childObject).toBe('Line__c');
  });

  it('changes standard objects: value sets, record types, sharing model, custom fields', () => {
    const opportunity = schema.find('Opportunity');
    expect(opportunity?.field('StageName')?.picklist?.values).toMatchObject([
      {
        value: 'Talk',
        probability: 20,
        forecastCategory: 'Pipeline',
        closed: false,
        won: false,
        defaultValue: true,
      },
      { value: 'Done', probability: 100, forecastCategory: 'Closed', closed: true, won: true },
    ]);
    expect(opportunity?.definition.sharingModel).toBe('Private');
    expect(opportunity?.definition.recordTypes).toMatchObject([
      {
        developerName: 'Small',
        businessProcess: 'Short',
        picklistValues: { StageName: { values: ['Talk'], defaultValue: 'Talk' } },
      },
    ]);
    expect(opportunity?.field('RecordTypeId')).toBeDefined();
    expect(opportunity?.field('Ref__c')).toMatchObject({
      unique: true,
      externalId: true,
      idLookup: true,
      length: 20,
    });
  });

  it('leaves the standard objects themselves as they were', () => {
    const stages = new Schema(standardObjects()).find('Opportunity')?.field('StageName')?.picklist?.values;
    expect(stages?.some((stage) => stage.value === 'Talk')).toBe(false);
  });

  it('keeps the key prefixes that were assigned before', () => {
    const prefixes = new AssignedKeyPrefixes({ line__c: 'a0Z' });
    const again = new Schema(buildSchema(standardObjects(), plan.store, prefixes));
    expect(again.find('Line__c')?.definition.keyPrefix).toBe('a0Z');
    expect(Object.keys(prefixes.assignments())).toContain('thing__c');
  });
});
