import type { RecordValues } from '../../core';
import type { Field } from '../../schema';
import type { ComponentId } from '../component';

/**
 * What a metadata relationship field of a custom metadata record points to; undefined when it is empty or no
 * relationship. The value is a name: of a record, of an object, or of a field of the object that another field names.
 *
 * `relatedComponent(ruleField, { Rule__c: 'First' })` is `{ type: 'CustomMetadata', fullName: 'Rule.First' }`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_metadata_relationships.htm
 */
export function relatedComponent(field: Field, values: RecordValues): ComponentId | undefined {
  const name = values[field.name];
  const [target] = field.relationship?.referenceTo ?? [];
  if (typeof name !== 'string' || target === undefined) return undefined;
  if (target === 'EntityDefinition') return { type: 'CustomObject', fullName: name };
  if (target !== 'FieldDefinition')
    return { type: 'CustomMetadata', fullName: `${target.replace(/__mdt$/i, '')}.${name}` };
  const object = values[field.relationship?.controllingField ?? ''];
  return { type: 'CustomField', fullName: `${typeof object === 'string' ? object : ''}.${name}` };
}
