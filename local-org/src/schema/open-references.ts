import { makeField } from './fields/make-field';
import type { Field, SObjectDefinition } from './types';

interface OpenReference {
  readonly object: string;
  readonly field: string;
  readonly accepts: (definition: SObjectDefinition) => boolean;
}

const anyCustom = (): boolean => true;
/** An object allows activities when it keeps the date of the last one. */
const allowsActivities = (definition: SObjectDefinition): boolean =>
  definition.fields.some((field) => field.name === 'LastActivityDate');
const hasFeed = (definition: SObjectDefinition): boolean => definition.capabilities.feedEnabled;

/**
 * Standard references that may also point to records of custom objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm (WhatId)
 */
const OPEN_REFERENCES: readonly OpenReference[] = [
  { object: 'Task', field: 'WhatId', accepts: allowsActivities },
  { object: 'Event', field: 'WhatId', accepts: allowsActivities },
  { object: 'EmailMessage', field: 'RelatedToId', accepts: allowsActivities },
  { object: 'Attachment', field: 'ParentId', accepts: anyCustom },
  { object: 'Note', field: 'ParentId', accepts: anyCustom },
  { object: 'ContentDocumentLink', field: 'LinkedEntityId', accepts: anyCustom },
  { object: 'ContentVersion', field: 'FirstPublishLocationId', accepts: anyCustom },
  { object: 'DuplicateRecordItem', field: 'RecordId', accepts: anyCustom },
  { object: 'ProcessInstance', field: 'TargetObjectId', accepts: anyCustom },
  { object: 'ProcessInstanceHistory', field: 'TargetObjectId', accepts: anyCustom },
  { object: 'TopicAssignment', field: 'EntityId', accepts: anyCustom },
  { object: 'FeedItem', field: 'ParentId', accepts: hasFeed },
  { object: 'FeedComment', field: 'ParentId', accepts: hasFeed },
];

/**
 * The definitions with the custom objects among them, and no others, as targets of the references that may point to any.
 * Definitions may come from an earlier schema: a custom object that is gone by now is a target no more.
 */
export function withOpenReferences(definitions: readonly SObjectDefinition[]): readonly SObjectDefinition[] {
  const customObjects = definitions.filter(
    (definition) => definition.kind === 'custom' && definition.associate === undefined,
  );
  return definitions.map((definition) => {
    const open = OPEN_REFERENCES.filter((reference) => reference.object === definition.name);
    if (open.length === 0) return definition;
    return { ...definition, fields: definition.fields.map((field) => retarget(field, open, customObjects)) };
  });
}

function retarget(
  field: Field,
  open: readonly OpenReference[],
  customObjects: readonly SObjectDefinition[],
): Field {
  const reference = open.find((candidate) => candidate.field === field.name);
  if (!reference || !field.relationship) return field;
  const standard = field.relationship.referenceTo.filter((target) => !/__c$/i.test(target));
  const custom = customObjects.filter(reference.accepts).map((definition) => definition.name);
  return makeField({
    ...field,
    relationship: { ...field.relationship, referenceTo: [...standard, ...custom] },
  });
}
