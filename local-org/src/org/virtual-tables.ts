import type { RecordValues } from '../core';
import type { Schema } from '../schema';

/** Objects that have no table: their rows are made from the schema when they are queried. */
export function virtualTables(schema: () => Schema): ReadonlyMap<string, () => readonly RecordValues[]> {
  return new Map([
    ['EntityDefinition', () => entityDefinitions(schema())],
    ['FieldDefinition', () => fieldDefinitions(schema())],
  ]);
}

function entityDefinitions(schema: Schema): RecordValues[] {
  return [...schema.all()].map(({ name, definition }) => ({
    Id: name,
    DurableId: name,
    QualifiedApiName: name,
    DeveloperName: name.replace(/__\w+$/, ''),
    MasterLabel: definition.label,
    Label: definition.label,
    PluralLabel: definition.labelPlural,
    KeyPrefix: definition.keyPrefix,
    IsCustomizable: definition.kind === 'custom' || definition.kind === 'standard',
    IsCustomSetting: definition.kind.endsWith('CustomSetting'),
    IsQueryable: definition.capabilities.queryable,
    IsSearchable: definition.capabilities.searchable,
    IsTriggerable: definition.capabilities.triggerable,
    IsLayoutable: definition.capabilities.layoutable,
    InternalSharingModel: definition.sharingModel,
  }));
}

function fieldDefinitions(schema: Schema): RecordValues[] {
  return [...schema.all()].flatMap((type) =>
    type.fields.map((field) => ({
      Id: `${type.name}.${field.name}`,
      DurableId: `${type.name}.${field.name}`,
      QualifiedApiName: field.name,
      DeveloperName: field.name.replace(/__c$/, ''),
      EntityDefinitionId: type.name,
      MasterLabel: field.label,
      Label: field.label,
      Length: field.length,
      Precision: field.precision,
      Scale: field.scale,
      DataType: field.type,
      IsNillable: field.nillable,
      IsCalculated: field.formula !== undefined || field.rollup !== undefined,
      IsIndexed: field.externalId || field.unique || field.type === 'reference',
    })),
  );
}
