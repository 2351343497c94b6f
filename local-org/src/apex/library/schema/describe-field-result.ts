import type { ChildRelationshipResult, PicklistEntry } from '../../../schema';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { toApexValue } from '../../runtime/data/field-values';
import { ApexFieldToken, ApexObjectToken } from '../../runtime/values/apex-schema-token';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { PlatformClass, PlatformMember } from '../platform-class';
import { readable } from '../readable';
import type { FieldDescribe } from './describe-subjects';

const of = (self: PlatformStruct): FieldDescribe => self.subject as FieldDescribe;

function fact(type: string, name: string, read: (describe: FieldDescribe) => ApexValue): PlatformMember[] {
  return readable(type, name, (_runtime: ApexRuntime, self: PlatformStruct) => read(of(self)));
}

/** What field permissions of the running user say, beside what the field allows. */
function permission(
  name: string,
  right: 'read' | 'edit',
  able: (describe: FieldDescribe) => boolean,
): PlatformMember[] {
  return readable('Boolean', name, (runtime: ApexRuntime, self: PlatformStruct) => {
    const describe = of(self);
    const { type, field } = describe;
    if (!able(describe)) return false;
    const object = runtime.org.access.objectAccess(runtime.user, type.name);
    if (!(right === 'read' ? object.read : object.edit || object.create)) return false;
    return (
      !field.permissionable || runtime.org.access.fieldAccess(runtime.user, type.name, field.name)[right]
    );
  });
}

/** Facts that are true or false, by the name that describe gives them. */
const FLAGS = {
  Aggregatable: 'aggregatable',
  AiPredictionField: 'aiPredictionField',
  AutoNumber: 'autoNumber',
  Calculated: 'calculated',
  CascadeDelete: 'cascadeDelete',
  CaseSensitive: 'caseSensitive',
  Custom: 'custom',
  DefaultedOnCreate: 'defaultedOnCreate',
  DependentPicklist: 'dependentPicklist',
  DeprecatedAndHidden: 'deprecatedAndHidden',
  DisplayLocationInDecimal: 'displayLocationInDecimal',
  Encrypted: 'encrypted',
  ExternalId: 'externalId',
  Filterable: 'filterable',
  FormulaTreatNullNumberAsZero: 'formulaTreatNullNumberAsZero',
  Groupable: 'groupable',
  HighScaleNumber: 'highScaleNumber',
  HtmlFormatted: 'htmlFormatted',
  IdLookup: 'idLookup',
  NameField: 'nameField',
  NamePointing: 'namePointing',
  Nillable: 'nillable',
  Permissionable: 'permissionable',
  QueryByDistance: 'queryByDistance',
  RestrictedDelete: 'restrictedDelete',
  RestrictedPicklist: 'restrictedPicklist',
  SearchPrefilterable: 'searchPrefilterable',
  Sortable: 'sortable',
  Unique: 'unique',
  WriteRequiresMasterRead: 'writeRequiresMasterRead',
} as const;

const NUMBERS = {
  ByteLength: 'byteLength',
  Digits: 'digits',
  Length: 'length',
  Precision: 'precision',
  RelationshipOrder: 'relationshipOrder',
  Scale: 'scale',
} as const;

const TEXTS = {
  CalculatedFormula: 'calculatedFormula',
  CompoundFieldName: 'compoundFieldName',
  DefaultValueFormula: 'defaultValueFormula',
  InlineHelpText: 'inlineHelpText',
  Label: 'label',
  LocalName: 'name',
  Mask: 'mask',
  MaskType: 'maskType',
  Name: 'name',
  ReferenceTargetField: 'referenceTargetField',
  RelationshipName: 'relationshipName',
} as const;

/** Names of types where Apex differs from describe's. */
const DISPLAY_TYPES: Readonly<Record<string, string>> = { int: 'INTEGER' };

/** The constant of a type of field: `DisplayType.STRING`. */
export function displayTypeOf(runtime: ApexRuntime, type: string): ApexValue {
  return runtime.enumValue('Schema.DisplayType', DISPLAY_TYPES[type] ?? type.toUpperCase());
}

/** A field of the org as code sees it. */
export const describeFieldResultClass: PlatformClass = {
  name: 'Schema.DescribeFieldResult',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_fields_describe.htm',
  members: [
    ...Object.entries(FLAGS).flatMap(([name, key]) => fact('Boolean', name, ({ result }) => result[key])),
    ...Object.entries(NUMBERS).flatMap(([name, key]) => fact('Integer', name, ({ result }) => result[key])),
    ...Object.entries(TEXTS).flatMap(([name, key]) => fact('String', name, ({ result }) => result[key])),
    ...permission('Accessible', 'read', () => true),
    ...permission('Createable', 'edit', ({ result }) => result.createable),
    ...permission('Updateable', 'edit', ({ result }) => result.updateable),
    ...readable('Object', 'DefaultValue', (runtime: ApexRuntime, self: PlatformStruct) =>
      toApexValue(runtime, of(self).field, of(self).result.defaultValue),
    ),
    ...readable('Schema.DisplayType', 'Type', (runtime: ApexRuntime, self: PlatformStruct) =>
      displayTypeOf(runtime, of(self).result.type),
    ),
    ...readable('Schema.SOAPType', 'SoapType', (runtime: ApexRuntime, self: PlatformStruct) => {
      const name = of(self).result.soapType.split(':').at(-1) ?? '';
      return runtime.enumValue('Schema.SOAPType', name === 'int' ? 'INTEGER' : name.toUpperCase());
    }),
    ...readable(
      'Schema.SObjectType',
      'SObjectType',
      (_runtime: ApexRuntime, self: PlatformStruct) => new ApexObjectToken(of(self).type.name),
    ),
    ...readable(
      'Schema.SObjectField',
      'SObjectField',
      (_runtime: ApexRuntime, self: PlatformStruct) =>
        new ApexFieldToken(of(self).type.name, of(self).field.name),
    ),
    ...readable('Schema.SObjectField', 'Controller', (_runtime: ApexRuntime, self: PlatformStruct) => {
      const { controllerName } = of(self).result;
      return controllerName === null ? null : new ApexFieldToken(of(self).type.name, controllerName);
    }),
    ...readable('List<Schema.SObjectType>', 'ReferenceTo', (runtime: ApexRuntime, self: PlatformStruct) =>
      listOf(
        runtime,
        'Schema.SObjectType',
        of(self).result.referenceTo.map((name) => new ApexObjectToken(name)),
      ),
    ),
    ...readable(
      'List<Schema.PicklistEntry>',
      'PicklistValues',
      (runtime: ApexRuntime, self: PlatformStruct) =>
        listOf(
          runtime,
          'Schema.PicklistEntry',
          of(self).result.picklistValues.map(
            (entry) => new PlatformStruct('Schema.PicklistEntry', {}, entry),
          ),
        ),
    ),
  ],
};

const entry = (self: PlatformStruct): PicklistEntry => self.subject as PicklistEntry;

/** One value of a picklist. */
export const picklistEntryClass: PlatformClass = {
  name: 'Schema.PicklistEntry',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_PicklistEntry.htm',
  members: [
    ...readable('String', 'Label', (_runtime: ApexRuntime, self: PlatformStruct) => entry(self).label),
    ...readable('String', 'Value', (_runtime: ApexRuntime, self: PlatformStruct) => entry(self).value),
    ...readable('Boolean', 'Active', (_runtime: ApexRuntime, self: PlatformStruct) => entry(self).active),
    ...readable(
      'Boolean',
      'DefaultValue',
      (_runtime: ApexRuntime, self: PlatformStruct) => entry(self).defaultValue,
    ),
  ],
};

const child = (self: PlatformStruct): ChildRelationshipResult => self.subject as ChildRelationshipResult;

/** A relationship to the children of an object. */
export const childRelationshipClass: PlatformClass = {
  name: 'Schema.ChildRelationship',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_ChildRelationship.htm',
  members: [
    ...readable(
      'Schema.SObjectType',
      'ChildSObject',
      (_runtime: ApexRuntime, self: PlatformStruct) => new ApexObjectToken(child(self).childSObject),
    ),
    ...readable(
      'Schema.SObjectField',
      'Field',
      (_runtime: ApexRuntime, self: PlatformStruct) =>
        new ApexFieldToken(child(self).childSObject, child(self).field),
    ),
    ...readable(
      'String',
      'RelationshipName',
      (_runtime: ApexRuntime, self: PlatformStruct) => child(self).relationshipName,
    ),
    ...readable(
      'Boolean',
      'CascadeDelete',
      (_runtime: ApexRuntime, self: PlatformStruct) => child(self).cascadeDelete,
    ),
    ...readable(
      'Boolean',
      'RestrictedDelete',
      (_runtime: ApexRuntime, self: PlatformStruct) => child(self).restrictedDelete,
    ),
    ...readable(
      'Boolean',
      'DeprecatedAndHidden',
      (_runtime: ApexRuntime, self: PlatformStruct) => child(self).deprecatedAndHidden,
    ),
  ],
};
