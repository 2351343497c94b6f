import {
  type CustomObjectKind,
  customObjectFields,
  type CustomNameField,
  type SObjectCapabilities,
  type SObjectDefinition,
} from '../../schema';
import type { Component } from '../component';
import { booleanOf, numberOf, objectOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';
import type { KeyPrefixes } from './key-prefixes';
import { recordTypesOf, sharingModelOf, validationRulesOf } from './object-parts';

/** What an object takes from its surroundings. */
export interface CustomObjectContext {
  /** Whether it has a master-detail field: then the master's owner owns its records. */
  readonly hasMaster: boolean;
  readonly keyPrefixes: KeyPrefixes;
}

const KIND_BY_SUFFIX: Readonly<Record<string, CustomObjectKind>> = {
  __c: 'custom',
  __mdt: 'customMetadata',
  __e: 'platformEvent',
};

/**
 * The kind of a custom object by name and content; undefined for a suffix the org does not have.
 *
 * `customObjectKind({ fullName: 'Gate__mdt', ... })` is `'customMetadata'`.
 */
export function customObjectKind(object: Component): CustomObjectKind | undefined {
  const settingsType = textOf(object.content, 'customSettingsType');
  if (settingsType !== undefined)
    return settingsType === 'List' ? 'listCustomSetting' : 'hierarchyCustomSetting';
  return KIND_BY_SUFFIX[/__[a-z]+$/i.exec(object.fullName)?.[0].toLowerCase() ?? ''];
}

const FULL: SObjectCapabilities = {
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
};
const SETTING: SObjectCapabilities = {
  ...FULL,
  undeletable: false,
  searchable: false,
  layoutable: false,
  triggerable: false,
};

const CAPABILITIES: Readonly<Record<CustomObjectKind, SObjectCapabilities>> = {
  custom: FULL,
  listCustomSetting: SETTING,
  hierarchyCustomSetting: SETTING,
  customMetadata: { ...SETTING, createable: false, updateable: false, deletable: false },
  platformEvent: { ...SETTING, updateable: false, deletable: false, queryable: false, triggerable: true },
};

/** The definition of a custom object without its custom fields; empty for a kind the org does not have. */
export function customObjectDefinition(
  object: Component,
  store: ComponentStore,
  context: CustomObjectContext,
): SObjectDefinition[] {
  const kind = customObjectKind(object);
  if (!kind) return [];
  const { content, fullName } = object;
  const label = textOf(content, 'label') ?? fullName;
  const description = textOf(content, 'description');
  const recordTypes = recordTypesOf(fullName, store);
  const nameField = nameFieldOf(content);
  return [
    {
      name: fullName,
      label,
      labelPlural: textOf(content, 'pluralLabel') ?? label,
      keyPrefix: context.keyPrefixes.prefixOf(fullName, kind),
      kind,
      custom: true,
      capabilities: { ...CAPABILITIES[kind], feedEnabled: booleanOf(content, 'enableFeeds') },
      sharingModel: sharingModelOf(object) ?? (context.hasMaster ? 'ControlledByParent' : 'ReadWrite'),
      ...(context.hasMaster ? sharingParent(object, store) : {}),
      fields: customObjectFields({
        kind,
        ownable: !context.hasMaster,
        activities: booleanOf(content, 'enableActivities'),
        recordTypes: recordTypes.length > 0,
        ...(nameField ? { nameField } : {}),
      }),
      recordTypes,
      validationRules: validationRulesOf(fullName, store),
      ...(description === undefined ? {} : { description }),
    },
  ];
}

/** The primary master: the one with relationship order 0, or the first. */
function sharingParent(object: Component, store: ComponentStore): { readonly sharingParent?: string } {
  const masters = store
    .childrenOf('CustomField', object.fullName)
    .filter((field) => field.content['type'] === 'MasterDetail');
  const primary = masters.find((field) => field.content['relationshipOrder'] === 0) ?? masters[0];
  return primary ? { sharingParent: primary.fullName.slice(object.fullName.length + 1) } : {};
}

function nameFieldOf(content: Component['content']): CustomNameField | undefined {
  const nameField = objectOf(content, 'nameField');
  if (!nameField) return undefined;
  const displayFormat = textOf(nameField, 'displayFormat');
  return {
    label: textOf(nameField, 'label') ?? 'Name',
    type: textOf(nameField, 'type') === 'AutoNumber' ? 'AutoNumber' : 'Text',
    ...(displayFormat === undefined ? {} : { displayFormat }),
    startingNumber: numberOf(nameField, 'startingNumber') ?? 1,
    trackHistory: booleanOf(nameField, 'trackHistory'),
  };
}
