import type { Field, FieldType, FormulaDefinition, Relationship, SObjectDefinition } from '../../schema';

/** What a conformance field needs beyond the defaults. */
export interface FieldOverrides {
  readonly length?: number;
  readonly scale?: number;
  readonly relationship?: Relationship;
  readonly formula?: FormulaDefinition;
  readonly htmlFormatted?: boolean;
}

/** A field of a conformance schema, with everything allowed. */
export function fieldDefinition(name: string, type: FieldType, overrides: FieldOverrides = {}): Field {
  const isPicklist = type === 'picklist' || type === 'multipicklist';
  return {
    name,
    label: name,
    type,
    custom: name.endsWith('__c'),
    length: 255,
    precision: 18,
    scale: 0,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    aggregatable: true,
    filterable: true,
    sortable: true,
    groupable: true,
    permissionable: true,
    nameField: name === 'Name',
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: false,
    htmlFormatted: false,
    trackHistory: false,
    ...(isPicklist ? { picklist: { values: [], restricted: false } } : {}),
    ...overrides,
  };
}

/** An object of a conformance schema. */
export function objectDefinition(name: string, keyPrefix: string, fields: readonly Field[]): SObjectDefinition {
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix,
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    custom: name.endsWith('__c'),
    capabilities: {
      createable: true,
      updateable: true,
      deletable: true,
      undeletable: true,
      queryable: true,
      searchable: true,
      mergeable: false,
      layoutable: true,
      triggerable: true,
      feedEnabled: false,
    },
    sharingModel: 'ReadWrite',
    fields,
    recordTypes: [],
    validationRules: [],
  };
}
