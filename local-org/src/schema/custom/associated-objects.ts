import { makeField } from '../fields/make-field';
import { systemFields } from '../fields/system-fields';
import { NO_CAPABILITIES } from '../no-capabilities';
import type { Field, Picklist, SObjectCapabilities, SObjectDefinition } from '../types';

/** What share and history objects take from the object they belong to. */
export type AssociatedParent = Pick<SObjectDefinition, 'name' | 'label'>;

/** Key prefix that describe reports for the share object of every custom object. */
const DESCRIBED_SHARE_PREFIX = '02c';

const CAPABILITIES: SObjectCapabilities = { ...NO_CAPABILITIES, queryable: true };

/** The share object of a custom object: `Thing__c` gives `Thing__Share`. */
export function shareObjectName(parent: string): string {
  return parent.replace(/__c$/, '__Share');
}

/** The history object of a custom object: `Thing__c` gives `Thing__History`. */
export function historyObjectName(parent: string): string {
  return parent.replace(/__c$/, '__History');
}

/**
 * The object whose records say who else may see records of a custom object.
 * @param keyPrefix from `customKeyPrefix('share', n)`
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_share.htm
 */
export function shareObjectDefinition(parent: AssociatedParent, keyPrefix: string): SObjectDefinition {
  return {
    ...associatedObject(parent, 'Share', keyPrefix),
    name: shareObjectName(parent.name),
    label: `Share: ${parent.label}`,
    labelPlural: `Share: ${parent.label}`,
    describedKeyPrefix: DESCRIBED_SHARE_PREFIX,
    capabilities: { ...CAPABILITIES, createable: true, updateable: true, deletable: true },
    fields: [
      ...systemFields('Sharing', ['Id']),
      parentField(parent, 'Shares', true),
      restrictedPicklist('AccessLevel', 'Access Level', ACCESS_LEVELS, { nillable: false }),
      makeField({
        name: 'UserOrGroupId',
        label: 'User/Group ID',
        type: 'reference',
        nillable: false,
        updateable: false,
        relationship: {
          kind: 'lookup',
          referenceTo: ['Group', 'User'],
          relationshipName: 'UserOrGroup',
          childRelationshipName: null,
          onDelete: 'Cascade',
        },
      }),
      restrictedPicklist('RowCause', 'Row Cause', ROW_CAUSES, { updateable: false }),
      ...systemFields('Sharing', ['LastModifiedDate', 'LastModifiedById', 'IsDeleted']),
    ],
  };
}

/**
 * The object whose records say which tracked fields of a custom object's records changed.
 * @param keyPrefix from `customKeyPrefix('history', n)`
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_history.htm
 */
export function historyObjectDefinition(parent: AssociatedParent, keyPrefix: string): SObjectDefinition {
  const readOnly = { createable: false, updateable: false } as const;
  return {
    ...associatedObject(parent, 'History', keyPrefix),
    name: historyObjectName(parent.name),
    label: `History: ${parent.label}`,
    labelPlural: `History: ${parent.label}`,
    describedKeyPrefix: null,
    capabilities: CAPABILITIES,
    fields: [
      ...systemFields('History', ['Id', 'IsDeleted']),
      parentField(parent, 'Histories', false),
      ...systemFields('History', ['CreatedById', 'CreatedDate']),
      makeField({ name: 'Field', label: 'Changed Field', type: 'picklist', nillable: false, ...readOnly }),
      makeField({ name: 'DataType', label: 'Datatype', type: 'picklist', ...readOnly }),
      makeField({ name: 'OldValue', label: 'Old Value', type: 'anyType', sortable: true, ...readOnly }),
      makeField({ name: 'NewValue', label: 'New Value', type: 'anyType', sortable: true, ...readOnly }),
    ],
  };
}

function associatedObject(parent: AssociatedParent, type: 'Share' | 'History', keyPrefix: string) {
  return {
    keyPrefix,
    kind: 'custom',
    custom: true,
    sharingModel: 'ControlledByParent',
    sharingParent: 'ParentId',
    associate: { type, parent: parent.name },
    recordTypes: [],
    validationRules: [],
  } as const;
}

function parentField(parent: AssociatedParent, childRelationshipName: string, createable: boolean): Field {
  return makeField({
    name: 'ParentId',
    label: `${parent.label} ID`,
    type: 'reference',
    nillable: false,
    createable,
    updateable: false,
    relationship: {
      kind: 'lookup',
      referenceTo: [parent.name],
      relationshipName: 'Parent',
      childRelationshipName,
      onDelete: 'Cascade',
    },
  });
}

const ACCESS_LEVELS = [
  ['Read', 'Read Only'],
  ['Edit', 'Read/Write'],
  ['All', 'Owner'],
] as const;

const ROW_CAUSES = [
  ['Owner', 'Owner'],
  ['Manual', 'Manual Sharing'],
  ['Rule', 'Sharing Rule'],
] as const;

function restrictedPicklist(
  name: string,
  label: string,
  values: readonly (readonly [value: string, label: string])[],
  attributes: Partial<Field>,
): Field {
  const picklist: Picklist = {
    restricted: true,
    values: values.map(([value, valueLabel]) => ({
      value,
      label: valueLabel,
      active: true,
      defaultValue: false,
    })),
  };
  return makeField({ name, label, type: 'picklist', length: 40, ...attributes, picklist });
}
