import { makeField } from '../fields/make-field';
import { systemFields } from '../fields/system-fields';
import type { CustomObjectKind, Field } from '../types';

/** The name field of a custom object as its metadata declares it. */
export interface CustomNameField {
  readonly label: string;
  readonly type: 'Text' | 'AutoNumber';
  /** Format of an auto-number: `OPP-{0000}`. */
  readonly displayFormat?: string;
  /** The number an auto-number begins with; 1 when absent. */
  readonly startingNumber?: number;
  readonly trackHistory?: boolean;
}

/** What decides which fields the platform gives a custom object. */
export interface CustomObjectFieldsInput {
  readonly kind: CustomObjectKind;
  /** Custom objects only; a text field labelled `Name` when absent. */
  readonly nameField?: CustomNameField;
  /** False for details of a master, whose owner is the master's. */
  readonly ownable?: boolean;
  /** Whether tasks and events may relate to it. */
  readonly activities?: boolean;
  /** Whether it has record types. */
  readonly recordTypes?: boolean;
}

/** Label that the platform puts before ` ID` for every custom object. */
const RECORD = 'Record';

const READ_ONLY = { createable: false, updateable: false } as const;

/**
 * The fields that the platform gives an object of that kind, before any custom field, in describe's order.
 *
 * `customObjectFields({ kind: 'custom', ownable: true })` begins with Id, OwnerId, IsDeleted, Name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_custom_objects.htm
 */
export function customObjectFields(input: CustomObjectFieldsInput): Field[] {
  return BUILDERS[input.kind](input);
}

const BUILDERS: Readonly<
  Record<CustomObjectFieldsInput['kind'], (input: CustomObjectFieldsInput) => Field[]>
> = {
  custom: recordFields,
  customMetadata: customMetadataFields,
  listCustomSetting: customSettingFields,
  hierarchyCustomSetting: customSettingFields,
  platformEvent: platformEventFields,
};

function recordFields({
  nameField,
  ownable = true,
  activities,
  recordTypes,
}: CustomObjectFieldsInput): Field[] {
  return [
    ...systemFields(RECORD, ['Id']),
    ...(ownable ? [ownerField()] : []),
    ...systemFields(RECORD, ['IsDeleted']),
    customNameField(nameField ?? { label: 'Name', type: 'Text' }),
    ...(recordTypes ? [recordTypeField()] : []),
    ...auditFields(),
    ...(activities ? [makeField({ ...LAST_ACTIVITY_DATE })] : []),
    ...systemFields(RECORD, ['LastViewedDate', 'LastReferencedDate']),
  ];
}

const LAST_ACTIVITY_DATE = {
  name: 'LastActivityDate',
  label: 'Last Activity Date',
  type: 'date',
  ...READ_ONLY,
} as const;

function auditFields(): Field[] {
  const names = [
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
  ] as const;
  return systemFields(RECORD, names);
}

/** OwnerId of a custom object: a user or a queue. */
export function ownerField(): Field {
  return makeField({
    name: 'OwnerId',
    label: 'Owner ID',
    type: 'reference',
    nillable: false,
    defaultedOnCreate: true,
    relationship: lookup(['Group', 'User'], 'Owner'),
  });
}

/** RecordTypeId, which an object gains with its first record type. */
export function recordTypeField(): Field {
  return makeField({
    name: 'RecordTypeId',
    label: 'Record Type ID',
    type: 'reference',
    relationship: lookup(['RecordType'], 'RecordType'),
  });
}

function lookup(
  referenceTo: readonly string[],
  relationshipName: string,
): NonNullable<Field['relationship']> {
  return { kind: 'lookup', referenceTo, relationshipName, childRelationshipName: null, onDelete: 'SetNull' };
}

/** A record saved without a name is named by its id, so Name is never required. */
function customNameField(nameField: CustomNameField): Field {
  const { label, type, displayFormat, startingNumber = 1, trackHistory = false } = nameField;
  const shared = {
    name: 'Name',
    label,
    type: 'string',
    length: 80,
    nameField: true,
    idLookup: true,
  } as const;
  if (type === 'AutoNumber') {
    return makeField({
      ...shared,
      autoNumber: displayFormat ?? '{0}',
      autoNumberStart: startingNumber,
      trackHistory,
    });
  }
  return makeField({ ...shared, defaultedOnCreate: true, trackHistory });
}

function customMetadataFields(): Field[] {
  const text = (name: string, label: string, length: number, nillable: boolean): Field =>
    makeField({
      name,
      label,
      type: 'string',
      length,
      nillable,
      nameField: name === 'MasterLabel',
      ...READ_ONLY,
    });
  return [
    ...systemFields('Custom Metadata', ['Id']),
    text('DeveloperName', 'Custom Metadata Record Name', 40, false),
    text('MasterLabel', 'Master Label', 40, false),
    makeField({
      name: 'Language',
      label: 'Master Language',
      type: 'picklist',
      length: 40,
      nillable: false,
      ...READ_ONLY,
      picklist: {
        restricted: true,
        values: [{ value: 'en_US', label: 'English', active: true, defaultValue: true }],
      },
    }),
    text('NamespacePrefix', 'Namespace Prefix', 15, true),
    text('Label', 'Label', 40, false),
    text('QualifiedApiName', 'Qualified API Name', 70, false),
    ...systemFields(RECORD, ['SystemModstamp']),
  ];
}

function customSettingFields({ kind }: CustomObjectFieldsInput): Field[] {
  const list = kind === 'listCustomSetting';
  return [
    ...systemFields(RECORD, ['Id', 'IsDeleted']),
    customNameField({ label: 'Name', type: 'Text' }),
    makeField({
      name: 'SetupOwnerId',
      label: 'Location',
      type: 'reference',
      nillable: false,
      updateable: false,
      createable: !list,
      defaultedOnCreate: true,
      relationship: { ...lookup(['Organization', 'Profile', 'User'], 'SetupOwner'), polymorphic: true },
    }),
    ...auditFields(),
  ];
}

function platformEventFields(): Field[] {
  const text = (name: string, label: string, length: number): Field =>
    makeField({
      name,
      label,
      type: 'string',
      length,
      filterable: false,
      sortable: false,
      groupable: false,
      ...READ_ONLY,
    });
  return [
    text('ReplayId', 'Replay ID', 1000),
    ...systemFields(RECORD, ['CreatedDate', 'CreatedById']),
    text('EventUuid', 'Event UUID', 36),
  ];
}
