import { childName, parentName, type Component, type MetadataObject } from '../component';
import { booleanOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** What a permission set or profile lets its holders do with an object. */
export interface ObjectPermission {
  readonly object: string;
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  readonly viewAllFields: boolean;
}

export interface FieldPermission {
  readonly object: string;
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

export interface RecordTypeVisibility {
  /** `Opportunity.Partner` */
  readonly recordType: string;
  readonly visible: boolean;
  readonly default: boolean;
}

/** Everything a permission set or profile grants. Names of what is granted; what is switched off is not listed. */
export interface Grants {
  readonly objectPermissions: readonly ObjectPermission[];
  readonly fieldPermissions: readonly FieldPermission[];
  /** `ModifyAllData` */
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly apexClasses: readonly string[];
  readonly apexPages: readonly string[];
  readonly flows: readonly string[];
  readonly applications: readonly string[];
  /** Visible tabs: `Thing__c`, `standard-Account`. */
  readonly tabs: readonly string[];
  readonly recordTypes: readonly RecordTypeVisibility[];
  readonly customMetadataTypes: readonly string[];
  readonly customSettings: readonly string[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm */
export interface PermissionSetDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly hasActivationRequired: boolean;
  readonly grants: Grants;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionsetgroup.htm */
export interface PermissionSetGroupDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly hasActivationRequired: boolean;
  readonly permissionSets: readonly string[];
  readonly mutingPermissionSets: readonly string[];
}

/** What metadata says about a profile; it may be a part of what the profile grants. */
export interface ProfileDefinition {
  readonly name: string;
  readonly license: string | null;
  readonly grants: Grants;
  /** User permissions that the file switches off. */
  readonly revokedUserPermissions: readonly string[];
  /** Layout names by object and record type: `{ layout: 'Account-Account Layout', recordType: null }`. */
  readonly layoutAssignments: readonly { readonly layout: string; readonly recordType: string | null }[];
}

/** All deployed permission sets. */
export function permissionSets(store: ComponentStore): PermissionSetDefinition[] {
  return store.all('PermissionSet').map((component) => permissionSetOf(component, fieldPermission));
}

/** All deployed muting permission sets: what they list is taken away from their group. */
export function mutingPermissionSets(store: ComponentStore): PermissionSetDefinition[] {
  return store
    .all('MutingPermissionSet')
    .map((component) => permissionSetOf(component, statedFieldPermission));
}

type FieldPermissionReader = (entry: MetadataObject) => FieldPermission;

function permissionSetOf(component: Component, readField: FieldPermissionReader): PermissionSetDefinition {
  const { content, fullName } = component;
  return {
    name: fullName,
    label: textOf(content, 'label') ?? fullName,
    description: textOf(content, 'description') ?? null,
    license: textOf(content, 'license') ?? null,
    hasActivationRequired: booleanOf(content, 'hasActivationRequired'),
    grants: grantsOf(content, readField),
  };
}

/** All deployed permission set groups. */
export function permissionSetGroups(store: ComponentStore): PermissionSetGroupDefinition[] {
  return store.all('PermissionSetGroup').map(({ content, fullName }) => ({
    name: fullName,
    label: textOf(content, 'label') ?? fullName,
    description: textOf(content, 'description') ?? null,
    hasActivationRequired: booleanOf(content, 'hasActivationRequired'),
    permissionSets: textsOf(content, 'permissionSets'),
    mutingPermissionSets: textsOf(content, 'mutingPermissionSets'),
  }));
}

/** What has been deployed about profiles. */
export function profiles(store: ComponentStore): ProfileDefinition[] {
  return store.all('Profile').map(({ content, fullName }) => ({
    name: fullName,
    license: textOf(content, 'userLicense') ?? null,
    grants: grantsOf(content, fieldPermission),
    revokedUserPermissions: objectsOf(content, 'userPermissions').flatMap((entry) =>
      booleanOf(entry, 'enabled') ? [] : (textOf(entry, 'name') ?? []),
    ),
    layoutAssignments: objectsOf(content, 'layoutAssignments').map((assignment) => ({
      layout: textOf(assignment, 'layout') ?? '',
      recordType: textOf(assignment, 'recordType') ?? null,
    })),
  }));
}

function grantsOf(content: MetadataObject, readField: FieldPermissionReader): Grants {
  const enabled = (element: string, name: string, flag = 'enabled'): string[] =>
    objectsOf(content, element).flatMap((entry) =>
      booleanOf(entry, flag) ? (textOf(entry, name) ?? []) : [],
    );
  return {
    objectPermissions: objectsOf(content, 'objectPermissions').map(objectPermission),
    fieldPermissions: objectsOf(content, 'fieldPermissions').map(readField),
    userPermissions: enabled('userPermissions', 'name'),
    customPermissions: enabled('customPermissions', 'name'),
    apexClasses: enabled('classAccesses', 'apexClass'),
    apexPages: enabled('pageAccesses', 'apexPage'),
    flows: enabled('flowAccesses', 'flow'),
    applications: enabled('applicationVisibilities', 'application', 'visible'),
    tabs: [...visibleTabs(content, 'tabSettings'), ...visibleTabs(content, 'tabVisibilities')],
    recordTypes: objectsOf(content, 'recordTypeVisibilities').map((entry) => ({
      recordType: textOf(entry, 'recordType') ?? '',
      visible: booleanOf(entry, 'visible'),
      default: booleanOf(entry, 'default'),
    })),
    customMetadataTypes: enabled('customMetadataTypeAccesses', 'name'),
    customSettings: enabled('customSettingAccesses', 'name'),
  };
}

function objectPermission(entry: MetadataObject): ObjectPermission {
  return {
    object: textOf(entry, 'object') ?? '',
    create: booleanOf(entry, 'allowCreate'),
    read: booleanOf(entry, 'allowRead'),
    edit: booleanOf(entry, 'allowEdit'),
    delete: booleanOf(entry, 'allowDelete'),
    viewAll: booleanOf(entry, 'viewAllRecords'),
    modifyAll: booleanOf(entry, 'modifyAllRecords'),
    viewAllFields: booleanOf(entry, 'viewAllFields'),
  };
}

/** Whoever may edit a field may read it. */
function fieldPermission(entry: MetadataObject): FieldPermission {
  const stated = statedFieldPermission(entry);
  return { ...stated, readable: stated.editable || stated.readable };
}

/** What the file says. In a muting permission set edit access can be muted alone. */
function statedFieldPermission(entry: MetadataObject): FieldPermission {
  const fullName = textOf(entry, 'field') ?? '';
  return {
    object: parentName(fullName),
    field: childName(fullName),
    readable: booleanOf(entry, 'readable'),
    editable: booleanOf(entry, 'editable'),
  };
}

const HIDDEN_TAB = new Set(['None', 'Hidden']);

function visibleTabs(content: MetadataObject, element: string): string[] {
  return objectsOf(content, element).flatMap((entry) =>
    HIDDEN_TAB.has(textOf(entry, 'visibility') ?? 'None') ? [] : (textOf(entry, 'tab') ?? []),
  );
}
