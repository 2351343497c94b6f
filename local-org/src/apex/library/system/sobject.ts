import type { ApexRuntime } from '../../runtime/apex-runtime';
import { recalculateFormulas } from '../../runtime/data/recalculate-formulas';
import {
  childRelationshipNamed,
  fieldNamed,
  getField,
  isFieldSet,
  parentNamed,
  putField,
} from '../../runtime/data/record-fields';
import { cloneRecord } from '../../runtime/data/clone-record';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexMap } from '../../runtime/values/apex-map';
import type { ApexFieldToken } from '../../runtime/values/apex-schema-token';
import { ApexObjectToken } from '../../runtime/values/apex-schema-token';
import type { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexException } from '../../runtime/values/apex-exception';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { recordOptionsOf } from '../database/dml-options';
import { method, type PlatformClass } from '../platform-class';

type FieldName = string | ApexFieldToken;

function nameOf(runtime: ApexRuntime, field: FieldName | null): string {
  if (field === null) return runtime.throwNull();
  return typeof field === 'string' ? field : field.fieldName;
}

function addFieldError(
  runtime: ApexRuntime,
  self: ApexSObject,
  field: FieldName,
  message: string | null,
): void {
  self.addError(message ?? '', fieldNamed(runtime, self, nameOf(runtime, field)));
}

const addError = (_runtime: ApexRuntime, self: ApexSObject, message: string | null): void => {
  self.addError(message ?? '', null);
};

const addExceptionError = (runtime: ApexRuntime, self: ApexSObject, exception: ApexException): void => {
  self.addError(runtime.toText(exception.message), null);
};

function populated(runtime: ApexRuntime, self: ApexSObject): ApexMap {
  const { types } = runtime;
  const map = new ApexMap(types.map(types.platform('String'), types.platform('Object')));
  for (const [name, value] of self.entries()) map.put(runtime, name, value);
  for (const [name, parent] of self.parentEntries()) if (parent) map.put(runtime, name, parent);
  for (const [name, list] of self.childEntries()) if (list.items.length > 0) map.put(runtime, name, list);
  return map;
}

function errorsOf(runtime: ApexRuntime, self: ApexSObject): ApexList {
  const list = new ApexList(runtime.types.list(runtime.types.platform('Database.Error')));
  for (const { message, fieldName } of self.errors) {
    const fields = new ApexList(runtime.types.list(runtime.types.platform('String')));
    if (fieldName !== null) fields.items.push(fieldName);
    list.items.push(
      new PlatformStruct('Database.Error', {
        message,
        fields,
        statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      }),
    );
  }
  return list;
}

const get = (runtime: ApexRuntime, self: ApexSObject, field: FieldName): ApexValue =>
  getField(runtime, self, nameOf(runtime, field));
const put = (runtime: ApexRuntime, self: ApexSObject, field: FieldName, value: ApexValue): ApexValue =>
  putField(runtime, self, nameOf(runtime, field), value);
const isSet = (runtime: ApexRuntime, self: ApexSObject, field: FieldName): boolean =>
  isFieldSet(runtime, self, nameOf(runtime, field));
const getParent = (runtime: ApexRuntime, self: ApexSObject, field: FieldName): ApexSObject | null =>
  self.getParent(parentNamed(runtime, self, nameOf(runtime, field)));
const putParent = (
  runtime: ApexRuntime,
  self: ApexSObject,
  field: FieldName,
  parent: ApexSObject | null,
): ApexSObject | null => {
  const name = parentNamed(runtime, self, nameOf(runtime, field));
  const before = self.hasParent(name) ? self.getParent(name) : null;
  self.setParent(name, parent);
  return before;
};
const getChildren = (runtime: ApexRuntime, self: ApexSObject, field: FieldName): ApexList | null => {
  const list = self.getChildren(childRelationshipNamed(runtime, self, nameOf(runtime, field)));
  return list.items.length > 0 ? list : null;
};

/** Any record: what does not depend on its object. */
export const sobjectClass: PlatformClass = {
  name: 'System.SObject',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm',
  members: [
    method('void addError(String message)', addError),
    method('void addError(String message, Boolean escape)', addError),
    method('void addError(Exception error)', addExceptionError),
    method('void addError(Exception error, Boolean escape)', addExceptionError),
    method('void addError(String fieldName, String message)', addFieldError),
    method('void addError(String fieldName, String message, Boolean escape)', addFieldError),
    method('void addError(Schema.SObjectField field, String message)', addFieldError),
    method('void addError(Schema.SObjectField field, String message, Boolean escape)', addFieldError),
    method('void clear()', (_runtime: ApexRuntime, self: ApexSObject) => {
      self.clear();
    }),
    method('SObject clone()', (runtime: ApexRuntime, self: ApexSObject) => cloneRecord(runtime, self)),
    method('SObject clone(Boolean preserveId)', cloneRecord),
    method('SObject clone(Boolean preserveId, Boolean isDeepClone)', cloneRecord),
    method(
      'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)',
      cloneRecord,
    ),
    method(
      'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)',
      cloneRecord,
    ),
    method('Object get(String fieldName)', get),
    method('Object get(Schema.SObjectField field)', get),
    method('Id getCloneSourceId()', (_runtime: ApexRuntime, self: ApexSObject) => self.cloneSourceId ?? null),
    method('List<Database.Error> getErrors()', errorsOf),
    method('Map<String, Object> getPopulatedFieldsAsMap()', populated),
    method('SObject getSObject(String fieldName)', getParent),
    method('SObject getSObject(Schema.SObjectField field)', getParent),
    method('List<SObject> getSObjects(String relationshipName)', getChildren),
    method(
      'Schema.SObjectType getSObjectType()',
      (_runtime: ApexRuntime, self: ApexSObject) => new ApexObjectToken(self.objectName),
    ),
    method('Boolean hasErrors()', (_runtime: ApexRuntime, self: ApexSObject) => self.errors.length > 0),
    method(
      'Boolean isClone()',
      (_runtime: ApexRuntime, self: ApexSObject) => self.cloneSourceId !== undefined,
    ),
    method('Boolean isSet(String fieldName)', isSet),
    method('Boolean isSet(Schema.SObjectField field)', isSet),
    method('Object put(String fieldName, Object value)', put),
    method('Object put(Schema.SObjectField field, Object value)', put),
    method('SObject putSObject(String fieldName, SObject value)', putParent),
    method('SObject putSObject(Schema.SObjectField field, SObject value)', putParent),
    method('void recalculateFormulas()', recalculateFormulas),
    method(
      'void setOptions(Database.DMLOptions options)',
      (_runtime: ApexRuntime, self: ApexSObject, options: PlatformStruct) => {
        self.dmlOptions = options;
        self.saveOptions = () => recordOptionsOf(options);
      },
    ),
    method('Database.DMLOptions getOptions()', (_runtime: ApexRuntime, self: ApexSObject) => self.dmlOptions),
  ],
};
