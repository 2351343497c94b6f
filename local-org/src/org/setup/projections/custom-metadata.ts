import type { FieldValue } from '../../../core';
import { customMetadataRecords, relatedComponent, type CustomMetadataRecord } from '../../../metadata';
import type { Field, SObjectType } from '../../../schema';
import { syncSetupRows } from '../setup-rows';
import { idsByName, type Projection, type ProjectionContext } from './projection';

/** Custom metadata records are rows of their type's table, so that queries and formulas read them like any other. */
export const projectCustomMetadata: Projection = (context) => {
  const { schema } = context.target;
  const records = customMetadataRecords(context.components, schema);
  const types = [...schema.all()].filter((type) => type.definition.kind === 'customMetadata');
  for (const type of types) syncRecords(context, type, records);
  // A record may point to one whose row was made after its own.
  for (const type of types.filter(hasRelationships)) syncRecords(context, type, records);
};

function hasRelationships(type: SObjectType): boolean {
  return type.fields.some(isRelationship);
}

function isRelationship(field: Field): boolean {
  return field.custom && field.relationship !== undefined;
}

function syncRecords(
  context: ProjectionContext,
  type: SObjectType,
  records: readonly CustomMetadataRecord[],
): void {
  const relationships = type.fields.filter(isRelationship);
  syncSetupRows(context.target, {
    objectName: type.name,
    key: ['DeveloperName'],
    rows: records
      .filter((record) => record.objectName === type.name)
      .map((record) => ({
        DeveloperName: record.developerName,
        MasterLabel: record.label,
        Label: record.label,
        Language: 'en_US',
        QualifiedApiName: record.developerName,
        ...record.values,
        ...Object.fromEntries(relationships.map((field) => [field.name, relatedId(context, field, record)])),
      })),
  });
}

/** The id of what a record points to; objects and fields are identified by their names, as in EntityDefinition. */
function relatedId(context: ProjectionContext, field: Field, record: CustomMetadataRecord): FieldValue {
  const target = relatedComponent(field, record.values);
  if (!target) return null;
  const [parent = '', name] = target.fullName.split('.');
  if (target.type === 'CustomMetadata')
    return idsByName(context, `${parent}__mdt`, 'DeveloperName').get((name ?? '').toLowerCase()) ?? null;
  const object = context.target.schema.find(parent);
  const related = name === undefined ? object?.name : object?.field(name)?.name;
  if (!object || related === undefined) return null;
  return name === undefined ? related : `${object.name}.${related}`;
}
