import type { Schema, SObjectType } from '../../schema';
import { apexTypeNameOf } from '../runtime/data/field-types';
import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';

/** A member of a record: a field, the parent behind a reference, or the list of a child relationship. */
export interface RecordMember {
  readonly access: 'field' | 'parent' | 'children';
  /** As the schema writes it: `AnnualRevenue`, `Account`, `Contacts`. */
  readonly name: string;
  readonly type: ApexType;
}

/** What semantics asks the schema about records. */
export interface RecordSchema {
  /** The member of an object by name in any case; null when there is none. */
  recordMember(objectName: string, name: string): RecordMember | null;
  /** The object's definition; undefined for `AggregateResult`, which has none. */
  object(objectName: string): SObjectType | undefined;
}

/**
 * Answers from a schema of the org.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObjects_accessing_fields.htm
 */
export function createRecordSchema(schema: Schema, types: ApexTypes): RecordSchema {
  return {
    object: (objectName) => schema.find(objectName),
    recordMember(objectName, name) {
      const object = schema.find(objectName);
      if (!object) return null;
      return fieldOf(object, name, types) ?? parentOf(object, name, types) ?? childrenOf(object, name, types);
    },
  };
}

function fieldOf(object: SObjectType, name: string, types: ApexTypes): RecordMember | null {
  const field = object.field(name);
  if (!field) return null;
  return { access: 'field', name: field.name, type: types.platform(apexTypeNameOf(field)) };
}

/** A reference that may point to several objects leads to `Name`, whose fields they have in common. */
function parentOf(object: SObjectType, name: string, types: ApexTypes): RecordMember | null {
  const relationship = object.parentField(name)?.relationship;
  if (!relationship?.relationshipName) return null;
  const [target, ...others] = relationship.referenceTo;
  const single = others.length === 0 && relationship.polymorphic !== true ? target : undefined;
  const type = types.sobjectType(single ?? 'Name') ?? types.sobject;
  return { access: 'parent', name: relationship.relationshipName, type };
}

function childrenOf(object: SObjectType, name: string, types: ApexTypes): RecordMember | null {
  const relationship = object.childRelationship(name);
  if (!relationship?.relationshipName) return null;
  const child = types.sobjectType(relationship.childObject) ?? types.sobject;
  return { access: 'children', name: relationship.relationshipName, type: types.list(child) };
}
