import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { customObjectFields } from '../custom/custom-object-fields';
import { makeField } from '../fields/make-field';
import { Schema } from '../schema';
import type { SObjectType } from '../sobject-type';
import { standardObjects } from '../standard/standard-objects';
import type { SObjectDefinition } from '../types';
import type { DescribeFieldResult } from './describe-results';
import { describeSObject } from './describe-sobject';
import { encodeValidFor } from './picklist-entries';

const schema = new Schema(standardObjects());
const options = { basePath: '/services/data/v67.0', instanceUrl: 'https://org.example' };

/** Letters that stand for true attributes in the recorded fields. */
const FLAGS = {
  nillable: 'n',
  createable: 'c',
  updateable: 'u',
  defaultedOnCreate: 'd',
  filterable: 'f',
  sortable: 's',
  groupable: 'g',
  aggregatable: 'a',
  permissionable: 'p',
  idLookup: 'i',
  nameField: 'N',
  calculated: 'x',
  autoNumber: 'A',
  restrictedPicklist: 'r',
  namePointing: 'P',
} as const satisfies Partial<Record<keyof DescribeFieldResult, string>>;

/** Recorded fields: `type soapType length/byteLength digits precision.scale flags`, by object and field. */
interface Recorded {
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
  readonly objects: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const recorded = JSON.parse(
  readFileSync(join(__dirname, 'test-data', 'recorded-fields.json'), 'utf8'),
) as Recorded;
const exceptions = new Set(Object.values(recorded.exceptions).flat());

function requireType(name: string, within = schema): SObjectType {
  const type = within.find(name);
  if (!type) throw new Error(`There is no ${name}`);
  return type;
}

function summary(field: DescribeFieldResult): string {
  const flags = Object.entries(FLAGS)
    .filter(([attribute]) => field[attribute as keyof typeof FLAGS])
    .map(([, letter]) => letter)
    .join('');
  const { type, soapType, length, byteLength, digits, precision, scale } = field;
  return `${type} ${soapType} ${length}/${byteLength} ${digits} ${precision}.${scale} ${flags}`;
}

describe('describeSObject', () => {
  it.each(Object.entries(recorded.objects))('%s: fields are as recorded from an org', (name, fields) => {
    const ours = new Map(
      describeSObject(schema, requireType(name), options).fields.map((field) => [field.name, summary(field)]),
    );
    for (const [field, expected] of Object.entries(fields)) {
      if (exceptions.has(`${name}.${field}`)) continue;
      expect(`${field}: ${ours.get(field)}`).toBe(`${field}: ${expected}`);
    }
  });

  it('lists the master record type and its layout', () => {
    const { recordTypeInfos } = describeSObject(schema, requireType('Opportunity'), options);
    expect(recordTypeInfos).toEqual([
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
        urls: { layout: '/services/data/v67.0/sobjects/Opportunity/describe/layouts/012000000000000AAA' },
      },
    ]);
  });

  it('reports the delete behaviour in the child relationships of the parent', () => {
    const { childRelationships } = describeSObject(schema, requireType('Account'), options);
    expect(childRelationships.find((child) => child.childSObject === 'Opportunity')).toEqual({
      cascadeDelete: true,
      childSObject: 'Opportunity',
      deprecatedAndHidden: false,
      field: 'AccountId',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'Opportunities',
      restrictedDelete: false,
    });
  });

  it('reports the shared key prefix of the platform, not the one used here', () => {
    expect(describeSObject(schema, requireType('LeadStatus'), options).keyPrefix).toBe('01J');
    expect(describeSObject(schema, requireType('TaskStatus'), options).keyPrefix).toBeNull();
  });

  it('leaves out what the user may not read and closes what the user may not write', () => {
    const access = {
      object: (type: SObjectType) => ({
        create: false,
        read: type.name !== 'Case',
        edit: false,
        delete: false,
      }),
      field: (_type: SObjectType, field: { name: string }) => ({
        read: field.name !== 'Amount',
        edit: false,
      }),
    };
    const account = describeSObject(schema, requireType('Account'), { ...options, access });
    expect(account.createable || account.updateable || account.deletable || account.undeletable).toBe(false);
    expect(account.childRelationships.some((child) => child.childSObject === 'Case')).toBe(false);
    const opportunity = describeSObject(schema, requireType('Opportunity'), { ...options, access });
    expect(opportunity.fields.some((field) => field.name === 'Amount')).toBe(false);
    expect(opportunity.fields.some((field) => field.createable || field.updateable)).toBe(false);
  });

  it('describes formulas, master-detail and dependent picklists of a custom object', () => {
    const type = requireType('Thing__c', schema.withObjects([thing()]));
    const fields = new Map(describeSObject(schema, type, options).fields.map((field) => [field.name, field]));
    expect(fields.get('Twice__c')).toMatchObject({
      calculated: true,
      calculatedFormula: 'Size__c * 2',
      createable: false,
      formulaTreatNullNumberAsZero: true,
    });
    expect(fields.get('Account__c')).toMatchObject({
      cascadeDelete: true,
      nillable: false,
      permissionable: false,
      relationshipOrder: 0,
      updateable: false,
    });
    expect(fields.get('City__c')).toMatchObject({ controllerName: 'Country__c', dependentPicklist: true });
    expect(fields.get('City__c')?.picklistValues[0]?.validFor).toBe('QAAA');
  });
});

describe('encodeValidFor', () => {
  it.each([
    [['a'], ['a', 'b'], 'gAAA'],
    [['b'], ['a', 'b'], 'QAAA'],
    [[], ['a'], 'AAAA'],
  ])('packs %j of %j as %s', (validFor, controlling, expected) => {
    expect(encodeValidFor(validFor, controlling)).toBe(expected);
  });
});

function thing(): SObjectDefinition {
  const values = (...names: string[]) =>
    names.map((value) => ({ value, label: value, active: true, defaultValue: false }));
  return {
    ...requireType('Account').definition,
    name: 'Thing__c',
    keyPrefix: 'a00',
    kind: 'custom',
    custom: true,
    fields: [
      ...customObjectFields({ kind: 'custom', ownable: false }),
      makeField({ name: 'Size__c', label: 'Size', type: 'double', precision: 4 }),
      makeField({
        name: 'Twice__c',
        label: 'Twice',
        type: 'double',
        formula: { expression: 'Size__c * 2', treatBlanksAs: 'BlankAsZero' },
      }),
      makeField({
        name: 'Account__c',
        label: 'Account',
        type: 'reference',
        relationship: {
          kind: 'masterDetail',
          referenceTo: ['Account'],
          relationshipName: 'Account__r',
          childRelationshipName: 'Things__r',
          onDelete: 'Cascade',
        },
      }),
      makeField({
        name: 'Country__c',
        label: 'Country',
        type: 'picklist',
        picklist: { restricted: true, values: values('Italy', 'Norway') },
      }),
      makeField({
        name: 'City__c',
        label: 'City',
        type: 'picklist',
        picklist: {
          restricted: true,
          controllingField: 'Country__c',
          values: values('Oslo').map((value) => ({ ...value, validFor: ['Norway'] })),
        },
      }),
    ],
  };
}
