import {
  historyObjectDefinition,
  recordTypeField,
  shareObjectDefinition,
  type Field,
  type SObjectDefinition,
} from '../../schema';
import { childName, parentName, type Component } from '../component';
import type { ComponentStore } from '../store/component-store';
import { fieldHosts, isFieldCarrier } from './activity-fields';
import { customFields, type FieldFinder } from './custom-fields';
import { customObjectDefinition } from './custom-objects';
import type { KeyPrefixes } from './key-prefixes';
import { recordTypesOf, sharingModelOf, validationRulesOf } from './object-parts';
import { changedStandardField } from './standard-field-changes';

/**
 * Merges the standard objects with everything deployed: custom objects, fields, record types, rules, value sets and
 * sharing models, plus the share and history objects of custom objects. What refers to something that does not exist is
 * left out; a deploy reports it.
 *
 * @param standard objects of a plain org, never changed
 */
export function buildSchema(
  standard: readonly SObjectDefinition[],
  store: ComponentStore,
  keyPrefixes: KeyPrefixes,
): readonly SObjectDefinition[] {
  const fieldsByObject = groupByObject(store.all('CustomField'));
  const standardNames = new Set(standard.map((definition) => definition.name.toLowerCase()));
  const custom = store
    .all('CustomObject')
    .filter((object) => !standardNames.has(object.fullName.toLowerCase()) && !isFieldCarrier(object))
    .flatMap((object) => {
      const hasMaster = (fieldsByObject.get(object.fullName.toLowerCase()) ?? []).some(isMasterDetail);
      return customObjectDefinition(object, store, { hasMaster, keyPrefixes });
    });
  const bases = [
    ...standard.map((definition) => changedStandardObject(definition, fieldsByObject, store)),
    ...custom,
  ];
  const withFields = addCustomFields(bases, fieldsByObject, store);
  return [...withFields, ...withFields.flatMap((definition) => associatedObjects(definition, keyPrefixes))];
}

function isMasterDetail(field: Component): boolean {
  return field.content['type'] === 'MasterDetail';
}

function groupByObject(components: readonly Component[]): ReadonlyMap<string, readonly Component[]> {
  const groups = new Map<string, Component[]>();
  for (const component of components) {
    for (const host of fieldHosts(parentName(component.fullName))) {
      const key = host.toLowerCase();
      const group = groups.get(key) ?? [];
      group.push(component);
      groups.set(key, group);
    }
  }
  return groups;
}

function changedStandardObject(
  definition: SObjectDefinition,
  fieldsByObject: ReadonlyMap<string, readonly Component[]>,
  store: ComponentStore,
): SObjectDefinition {
  const components = new Map(
    (fieldsByObject.get(definition.name.toLowerCase()) ?? []).map((field) => [
      childName(field.fullName).toLowerCase(),
      field,
    ]),
  );
  const fields = definition.fields.map((field) =>
    changedStandardField(field, components.get(field.name.toLowerCase()), store),
  );
  const sharingModel = sharingModelOf(store.find('CustomObject', definition.name));
  return {
    ...definition,
    fields,
    recordTypes: recordTypesOf(definition.name, store),
    validationRules: validationRulesOf(definition.name, store),
    ...(sharingModel ? { sharingModel } : {}),
  };
}

/** Adds custom fields in two rounds: roll-ups take their type from fields of other objects, so they come second. */
function addCustomFields(
  bases: readonly SObjectDefinition[],
  fieldsByObject: ReadonlyMap<string, readonly Component[]>,
  store: ComponentStore,
): SObjectDefinition[] {
  const known = new Map(bases.map((base) => [base.name.toLowerCase(), new Map(base.fields.map(byName))]));
  const findField: FieldFinder = (object, field) => known.get(object.toLowerCase())?.get(field.toLowerCase());
  for (const summaries of [false, true]) {
    for (const [objectName, components] of fieldsByObject) {
      const fields = known.get(objectName);
      if (!fields) continue;
      for (const component of components) {
        const isSummary = component.content['type'] === 'Summary';
        if (isSummary !== summaries || fields.has(childName(component.fullName).toLowerCase())) continue;
        for (const field of customFields(component, store, findField))
          fields.set(field.name.toLowerCase(), field);
      }
    }
  }
  return bases.map((base) =>
    withRecordTypeField({ ...base, fields: [...(known.get(base.name.toLowerCase())?.values() ?? [])] }),
  );
}

function byName(field: Field): [string, Field] {
  return [field.name.toLowerCase(), field];
}

/** An object gains RecordTypeId with its first record type. */
function withRecordTypeField(definition: SObjectDefinition): SObjectDefinition {
  if (definition.recordTypes.length === 0) return definition;
  if (definition.fields.some((field) => field.name === 'RecordTypeId')) return definition;
  return { ...definition, fields: [...definition.fields, recordTypeField()] };
}

/** Custom objects with owners have a share object; those that track history a history object. */
function associatedObjects(definition: SObjectDefinition, keyPrefixes: KeyPrefixes): SObjectDefinition[] {
  if (definition.kind !== 'custom') return [];
  const owned = definition.fields.some((field) => field.name === 'OwnerId');
  const tracked = definition.fields.some((field) => field.trackHistory);
  return [
    ...(owned && definition.sharingModel !== 'ReadWrite'
      ? [shareObjectDefinition(definition, keyPrefixes.prefixOf(`${definition.name}:share`, 'share'))]
      : []),
    ...(tracked
      ? [historyObjectDefinition(definition, keyPrefixes.prefixOf(`${definition.name}:history`, 'history'))]
      : []),
  ];
}
