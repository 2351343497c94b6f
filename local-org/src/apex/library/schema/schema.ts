import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexFieldToken } from '../../runtime/values/apex-schema-token';
import { ApexObjectToken } from '../../runtime/values/apex-schema-token';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexDescribeMap } from '../../runtime/values/apex-describe-map';
import { listOf } from '../../runtime/values/make-collections';
import { newRecordOf } from '../../runtime/data/new-record';
import { method, type PlatformClass } from '../platform-class';
import { fieldDescribe, objectDescribe } from './describe-subjects';

const describeAll = (runtime: ApexRuntime, names: ApexList): ApexList =>
  listOf(
    runtime,
    'Schema.DescribeSObjectResult',
    names.items.map((name) => objectDescribe(runtime, String(name))),
  );

/** Describes of the org. */
export const schemaClass: PlatformClass = {
  name: 'System.Schema',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_schema.htm',
  members: [
    method('static Map<String, Schema.SObjectType> getGlobalDescribe()', (runtime: ApexRuntime) =>
      ApexDescribeMap.of(
        runtime,
        'Schema.SObjectType',
        [...runtime.org.schema().all()].map(({ name }) => [name, new ApexObjectToken(name)] as const),
      ),
    ),
    method('static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)', describeAll),
    method(
      'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)',
      describeAll,
    ),
  ],
};

const describeObject = (runtime: ApexRuntime, self: ApexObjectToken): unknown =>
  objectDescribe(runtime, self.objectName);

/** A token of an object. */
export const sobjectTypeClass: PlatformClass = {
  name: 'Schema.SObjectType',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_SObjectType.htm',
  members: [
    method('Schema.DescribeSObjectResult getDescribe()', describeObject),
    method('Schema.DescribeSObjectResult getDescribe(Object options)', describeObject),
    method('SObject newSObject()', (runtime: ApexRuntime, self: ApexObjectToken) =>
      ApexSObject.create(runtime, self.objectName),
    ),
    method('SObject newSObject(Id id)', (runtime: ApexRuntime, self: ApexObjectToken, id: string | null) => {
      const record = ApexSObject.create(runtime, self.objectName);
      if (id !== null) record.set('Id', id);
      return record;
    }),
    method(
      'SObject newSObject(Id recordTypeId, Boolean loadDefaultValues)',
      (
        runtime: ApexRuntime,
        self: ApexObjectToken,
        recordTypeId: string | null,
        loadDefaults: boolean | null,
      ) => newRecordOf(runtime, self.objectName, recordTypeId, loadDefaults === true),
    ),
  ],
};

const describeField = (runtime: ApexRuntime, self: ApexFieldToken): unknown =>
  fieldDescribe(runtime, self.objectName, self.fieldName);

/** A token of a field. */
export const sobjectFieldClass: PlatformClass = {
  name: 'Schema.SObjectField',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_SObjectField.htm',
  members: [
    method('Schema.DescribeFieldResult getDescribe()', describeField),
    method('Schema.DescribeFieldResult getDescribe(Object options)', describeField),
  ],
};
