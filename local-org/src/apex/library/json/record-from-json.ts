import type { ApexRuntime } from '../../runtime/apex-runtime';
import { apexTypeNameOf } from '../../runtime/data/field-types';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { ApexType, SObjectApexType } from '../../types/apex-type';
import type { JsonNode } from './json-node';

type Read = (node: JsonNode, type: ApexType) => ApexValue;
type JsonObject = Extract<JsonNode, { kind: 'object' }>;

/**
 * Reads a record: its fields, parents and child records by name. Names at the top that the object has not are passed
 * over; in a child record they are an error.
 * @param read reads a value within the record
 * @throws JSONException
 */
export function readRecord(
  runtime: ApexRuntime,
  node: JsonNode,
  type: SObjectApexType,
  read: Read,
  isChild = false,
): ApexSObject {
  if (node.kind !== 'object') {
    return runtime.throwNew(
      'System.JSONException',
      "Malformed JSON: Expected '{' at the beginning of object",
    );
  }
  const record = ApexSObject.create(runtime, type.objectName ?? namedType(runtime, node));
  for (const [name, value] of node.members) {
    if (name === 'attributes') continue;
    const known = readMember(runtime, record, name, value, read);
    if (!known && isChild) {
      runtime.throwNew(
        'System.JSONException',
        `No such column '${name}' on sobject of type ${record.objectName}`,
      );
    }
  }
  return record;
}

/** The object that `attributes.type` names, for records of which only SObject is known. */
function namedType(runtime: ApexRuntime, node: JsonObject): string {
  const attributes = node.members.find(([name]) => name === 'attributes')?.[1];
  const type =
    attributes?.kind === 'object' ? attributes.members.find(([name]) => name === 'type')?.[1] : undefined;
  if (type?.kind === 'value') return type.text;
  // UNVERIFIED: the text of the exception for a generic SObject without type.
  return runtime.throwNew('System.JSONException', 'Must specify a type attribute for generic SObject');
}

/** Fills a field, parent or list of children; whether there is one of that name. */
function readMember(
  runtime: ApexRuntime,
  record: ApexSObject,
  name: string,
  value: JsonNode,
  read: Read,
): boolean {
  const { types } = runtime;
  const field = record.objectType?.field(name);
  if (field) {
    record.set(field.name, read(value, types.platform(apexTypeNameOf(field))));
    return true;
  }
  const relationship = record.objectType?.parentField(name)?.relationship;
  if (relationship) {
    const [target, ...others] = relationship.referenceTo;
    const known = target !== undefined && others.length === 0 ? types.sobjectType(target) : undefined;
    const parent = read(value, known ?? types.sobject) as ApexSObject | null;
    record.setParent(relationship.relationshipName ?? name, parent);
    return true;
  }
  return readChildren(runtime, record, name, value, read);
}

function readChildren(
  runtime: ApexRuntime,
  record: ApexSObject,
  name: string,
  value: JsonNode,
  read: Read,
): boolean {
  const relationship = record.objectType?.childRelationship(name);
  const childType = relationship && runtime.types.sobjectType(relationship.childObject);
  if (!relationship || !childType) return false;
  const rows = value.kind === 'object' ? value.members.find(([each]) => each === 'records')?.[1] : value;
  const elements = rows?.kind === 'array' ? rows.elements : [];
  const records = elements.map((element) => readRecord(runtime, element, childType, read, true));
  record.loadChildren(
    relationship.relationshipName ?? name,
    new ApexList(runtime.types.list(childType), records),
  );
  return true;
}
