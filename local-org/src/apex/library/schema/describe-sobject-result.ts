import type { RecordTypeInfo } from '../../../schema';
import type { ObjectAccess } from '../../../access';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDescribeMap } from '../../runtime/values/apex-describe-map';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { ApexFieldToken, ApexObjectToken } from '../../runtime/values/apex-schema-token';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { readable } from '../readable';
import { fieldSetsOf } from './field-sets';
import type { ObjectDescribe } from './describe-subjects';

const PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject_describe.htm';

const of = (self: PlatformStruct): ObjectDescribe => self.subject as ObjectDescribe;

/** A value of the describe that does not depend on the user. */
function fact(type: string, name: string, read: (describe: ObjectDescribe) => ApexValue): PlatformMember[] {
  return readable(type, name, (_runtime: ApexRuntime, self: PlatformStruct) => read(of(self)));
}

/** What the running user may do with the object, beside what the object allows. */
function permission(
  name: string,
  right: keyof ObjectAccess,
  able: (describe: ObjectDescribe) => boolean,
): PlatformMember[] {
  return readable('Boolean', name, (runtime: ApexRuntime, self: PlatformStruct) => {
    const describe = of(self);
    return able(describe) && runtime.org.access.objectAccess(runtime.user, describe.type.name)[right];
  });
}

/** One map of record types, by what `keyOf` gives. */
function recordTypeMap(
  runtime: ApexRuntime,
  self: PlatformStruct,
  key: 'String' | 'Id',
  keyOf: (info: RecordTypeInfo) => string,
): ApexMap {
  const infos = of(self).result.recordTypeInfos;
  return mapOf(
    runtime,
    key,
    'Schema.RecordTypeInfo',
    infos.map((info) => [keyOf(info), recordTypeInfo(info)] as const),
  );
}

function recordTypeInfo(info: RecordTypeInfo): PlatformStruct {
  return new PlatformStruct('Schema.RecordTypeInfo', {}, info);
}

/**
 * An object of the org as code sees it.
 *
 * DEVIATION: record types count as available to everybody when they are active.
 */
export const describeSObjectResultClass: PlatformClass = {
  name: 'Schema.DescribeSObjectResult',
  kind: 'class',
  documentation: PAGE,
  members: [
    ...fact('String', 'Name', ({ type }) => type.name),
    ...fact('String', 'LocalName', ({ type }) => type.name),
    ...fact('String', 'Label', ({ result }) => result.label),
    ...fact('String', 'LabelPlural', ({ result }) => result.labelPlural),
    ...fact('String', 'KeyPrefix', ({ result }) => result.keyPrefix),
    ...fact('String', 'AssociateEntityType', ({ result }) => result.associateEntityType),
    ...fact('String', 'AssociateParentEntity', ({ result }) => result.associateParentEntity),
    ...fact('Boolean', 'Custom', ({ result }) => result.custom),
    ...fact('Boolean', 'CustomSetting', ({ result }) => result.customSetting),
    ...fact('Boolean', 'DeprecatedAndHidden', ({ result }) => result.deprecatedAndHidden),
    ...fact('Boolean', 'FeedEnabled', ({ result }) => result.feedEnabled),
    ...fact('Boolean', 'Mergeable', ({ result }) => result.mergeable),
    ...fact('Boolean', 'MruEnabled', ({ result }) => result.mruEnabled),
    ...fact('Boolean', 'Searchable', ({ result }) => result.searchable),
    ...permission('Accessible', 'read', () => true),
    ...permission('Queryable', 'read', ({ result }) => result.queryable),
    ...permission('Createable', 'create', ({ result }) => result.createable),
    ...permission('Updateable', 'edit', ({ result }) => result.updateable),
    ...permission('Deletable', 'delete', ({ result }) => result.deletable),
    ...permission('Undeletable', 'delete', ({ result }) => result.undeletable),
    ...readable(
      'Schema.SObjectType',
      'SObjectType',
      (_runtime: ApexRuntime, self: PlatformStruct) => new ApexObjectToken(of(self).type.name),
    ),
    ...readable(
      'Schema.SObjectTypeFields',
      'Fields',
      (_runtime: ApexRuntime, self: PlatformStruct) =>
        new PlatformStruct('Schema.SObjectTypeFields', {}, self.subject),
    ),
    ...readable(
      'Schema.SObjectTypeFieldSets',
      'FieldSets',
      (_runtime: ApexRuntime, self: PlatformStruct) =>
        new PlatformStruct('Schema.SObjectTypeFieldSets', {}, self.subject),
    ),
    ...readable(
      'List<Schema.ChildRelationship>',
      'ChildRelationships',
      (runtime: ApexRuntime, self: PlatformStruct) =>
        listOf(
          runtime,
          'Schema.ChildRelationship',
          of(self).result.childRelationships.map((child) => {
            const identity = `${child.childSObject}.${child.field}`;
            return new PlatformStruct('Schema.ChildRelationship', {}, child, identity);
          }),
        ),
    ),
    ...readable(
      'List<Schema.RecordTypeInfo>',
      'RecordTypeInfos',
      (runtime: ApexRuntime, self: PlatformStruct) =>
        listOf(runtime, 'Schema.RecordTypeInfo', of(self).result.recordTypeInfos.map(recordTypeInfo)),
    ),
    ...readable(
      'Map<String, Schema.RecordTypeInfo>',
      'RecordTypeInfosByName',
      (runtime: ApexRuntime, self: PlatformStruct) =>
        recordTypeMap(runtime, self, 'String', (info) => info.name),
    ),
    ...readable(
      'Map<String, Schema.RecordTypeInfo>',
      'RecordTypeInfosByDeveloperName',
      (runtime: ApexRuntime, self: PlatformStruct) =>
        recordTypeMap(runtime, self, 'String', (info) => info.developerName),
    ),
    ...readable(
      'Map<Id, Schema.RecordTypeInfo>',
      'RecordTypeInfosById',
      (runtime: ApexRuntime, self: PlatformStruct) =>
        recordTypeMap(runtime, self, 'Id', (info) => info.recordTypeId),
    ),
  ],
};

/** `describe.fields`. */
export const sobjectTypeFieldsClass: PlatformClass = {
  name: 'Schema.SObjectTypeFields',
  kind: 'class',
  documentation: PAGE,
  members: [
    method('Map<String, Schema.SObjectField> getMap()', (runtime: ApexRuntime, self: PlatformStruct) => {
      const { type } = of(self);
      return ApexDescribeMap.of(
        runtime,
        'Schema.SObjectField',
        type.fields.map(({ name }) => [name, new ApexFieldToken(type.name, name)] as const),
      );
    }),
  ],
};

/** `describe.fieldSets`. */
export const sobjectTypeFieldSetsClass: PlatformClass = {
  name: 'Schema.SObjectTypeFieldSets',
  kind: 'class',
  documentation: PAGE,
  members: [
    method('Map<String, Schema.FieldSet> getMap()', (runtime: ApexRuntime, self: PlatformStruct) =>
      mapOf(
        runtime,
        'String',
        'Schema.FieldSet',
        fieldSetsOf(runtime, of(self).type.name).map((set) => [set.name, set.value] as const),
      ),
    ),
  ],
};

const info = (self: PlatformStruct): RecordTypeInfo => self.subject as RecordTypeInfo;

/** A record type of an object. */
export const recordTypeInfoClass: PlatformClass = {
  name: 'Schema.RecordTypeInfo',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_RecordTypeInfo.htm',
  members: [
    ...readable('String', 'Name', (_runtime: ApexRuntime, self: PlatformStruct) => info(self).name),
    ...readable(
      'String',
      'DeveloperName',
      (_runtime: ApexRuntime, self: PlatformStruct) => info(self).developerName,
    ),
    ...readable(
      'Id',
      'RecordTypeId',
      (_runtime: ApexRuntime, self: PlatformStruct) => info(self).recordTypeId,
    ),
    ...readable('Boolean', 'Active', (_runtime: ApexRuntime, self: PlatformStruct) => info(self).active),
    ...readable(
      'Boolean',
      'Available',
      (_runtime: ApexRuntime, self: PlatformStruct) => info(self).available,
    ),
    ...readable('Boolean', 'Master', (_runtime: ApexRuntime, self: PlatformStruct) => info(self).master),
    ...readable(
      'Boolean',
      'DefaultRecordTypeMapping',
      (_runtime: ApexRuntime, self: PlatformStruct) => info(self).defaultRecordTypeMapping,
    ),
  ],
};
