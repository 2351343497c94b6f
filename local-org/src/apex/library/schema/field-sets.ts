import type { Field } from '../../../schema';
import { fieldSets, type FieldSetDefinition } from '../../../metadata';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexFieldToken, ApexObjectToken } from '../../runtime/values/apex-schema-token';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { readable } from '../readable';
import { method, property, type PlatformClass } from '../platform-class';
import { displayTypeOf } from './describe-field-result';
import { fieldDescribe } from './describe-subjects';

/** The field sets of an object. */
export function fieldSetsOf(
  runtime: ApexRuntime,
  objectName: string,
): { readonly name: string; readonly value: PlatformStruct }[] {
  return fieldSets(runtime.org.components())
    .filter((set) => set.object === objectName)
    .map((set) => ({ name: set.name, value: new PlatformStruct('Schema.FieldSet', {}, set) }));
}

const set = (self: PlatformStruct): FieldSetDefinition => self.subject as FieldSetDefinition;

/** A field set. */
export const fieldSetClass: PlatformClass = {
  name: 'Schema.FieldSet',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_FieldSet.htm',
  members: [
    ...readable('String', 'Name', (_runtime: ApexRuntime, self: PlatformStruct) => set(self).name),
    ...readable('String', 'Label', (_runtime: ApexRuntime, self: PlatformStruct) => set(self).label),
    ...readable('String', 'NameSpace', () => null),
    ...readable(
      'Schema.SObjectType',
      'SObjectType',
      (_runtime: ApexRuntime, self: PlatformStruct) => new ApexObjectToken(set(self).object),
    ),
    ...readable('List<Schema.FieldSetMember>', 'Fields', (runtime: ApexRuntime, self: PlatformStruct) => {
      const { object, fields } = set(self);
      return listOf(
        runtime,
        'Schema.FieldSetMember',
        fields.map(({ path, required }) => {
          const describe = fieldDescribe(runtime, object, path);
          return new PlatformStruct('Schema.FieldSetMember', { path, required }, describe.subject);
        }),
      );
    }),
  ],
};

function fieldOf(member: PlatformStruct): Field {
  return (member.subject as { readonly field: Field }).field;
}

/** Whether the field itself must have a value, whatever the field set says. */
function isDbRequired(_runtime: ApexRuntime, self: PlatformStruct): boolean {
  return !fieldOf(self).nillable;
}

function isRequired(_runtime: ApexRuntime, self: PlatformStruct): ApexValue {
  return self.values['required'] ?? false;
}

/** A field of a field set. */
export const fieldSetMemberClass: PlatformClass = {
  name: 'Schema.FieldSetMember',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_FieldSetMember.htm',
  members: [
    ...readable('String', 'FieldPath', (_runtime: ApexRuntime, self: PlatformStruct) => self.values['path']),
    method('Boolean getDbRequired()', isDbRequired),
    property('Boolean DbRequired', isDbRequired),
    method('Boolean getRequired()', isRequired),
    property('Boolean Required', isRequired),
    ...readable('Schema.DisplayType', 'Type', (runtime: ApexRuntime, self: PlatformStruct) =>
      displayTypeOf(runtime, fieldOf(self).type),
    ),
    ...readable('String', 'Label', (_runtime: ApexRuntime, self: PlatformStruct) => fieldOf(self).label),
    ...readable('Schema.SObjectField', 'SObjectField', (_runtime: ApexRuntime, self: PlatformStruct) => {
      const { type, field } = self.subject as {
        readonly type: { readonly name: string };
        readonly field: { readonly name: string };
      };
      return new ApexFieldToken(type.name, field.name);
    }),
  ],
};
