import { fieldModel, type FieldModel } from './object-model';

const fixed = (name: string, type: FieldModel['type']): FieldModel =>
  fieldModel({ name, type, nillable: false, readOnly: true });

const userField = (name: string): FieldModel =>
  fieldModel({
    name,
    type: 'reference',
    nillable: false,
    readOnly: true,
    referenceTo: ['User'],
    relationshipName: name.slice(0, -'Id'.length),
  });

const AUDIT_FIELDS: readonly FieldModel[] = [
  fixed('Id', 'id'),
  fixed('IsDeleted', 'boolean'),
  fixed('CreatedDate', 'datetime'),
  userField('CreatedById'),
  fixed('LastModifiedDate', 'datetime'),
  userField('LastModifiedById'),
  fixed('SystemModstamp', 'datetime'),
];

const OWNER = fieldModel({
  name: 'OwnerId',
  type: 'reference',
  nillable: false,
  referenceTo: ['Group', 'User'],
  relationshipName: 'Owner',
});

const RECORD_TYPE = fieldModel({
  name: 'RecordTypeId',
  type: 'reference',
  referenceTo: ['RecordType'],
  relationshipName: 'RecordType',
});

const CUSTOM_METADATA_FIELDS: readonly FieldModel[] = [
  fixed('Id', 'id'),
  fixed('DeveloperName', 'string'),
  fixed('MasterLabel', 'string'),
  fixed('Label', 'string'),
  fixed('Language', 'picklist'),
  fieldModel({ name: 'NamespacePrefix', type: 'string', readOnly: true }),
  fixed('QualifiedApiName', 'string'),
];

const PLATFORM_EVENT_FIELDS: readonly FieldModel[] = [
  fixed('ReplayId', 'string'),
  fixed('EventUuid', 'string'),
  fixed('CreatedDate', 'datetime'),
  userField('CreatedById'),
];

/** What decides on the fields that an object has without being told. */
export interface CustomObjectFacts {
  /** API name: its suffix tells the kind of object. */
  readonly name: string;
  /** Type of the name field: `Text`, `AutoNumber`. */
  readonly nameType: string;
  /** Whether it is the detail of another object, whose owner is its owner. */
  readonly isDetail: boolean;
  readonly hasRecordTypes: boolean;
}

/** Fields of the platform by the suffix of the object's name. */
const BY_SUFFIX: Readonly<Record<string, (object: CustomObjectFacts) => readonly FieldModel[]>> = {
  mdt: () => CUSTOM_METADATA_FIELDS,
  e: () => PLATFORM_EVENT_FIELDS,
  c: ({ nameType, isDetail, hasRecordTypes }) => [
    ...AUDIT_FIELDS,
    nameField(nameType),
    ...(isDetail ? [] : [OWNER]),
    ...(hasRecordTypes ? [RECORD_TYPE] : []),
  ],
};

/** The fields that the platform gives an object, null for kinds of objects that are not known. */
export function systemFields(object: CustomObjectFacts): readonly FieldModel[] | null {
  const suffix = object.name.slice(object.name.lastIndexOf('__') + 2);
  return BY_SUFFIX[suffix]?.(object) ?? null;
}

/** The record type of a standard object that the package gives record types. */
export const recordTypeField: FieldModel = RECORD_TYPE;

function nameField(nameType: string): FieldModel {
  const isNumbered = nameType === 'AutoNumber';
  // Without a name the platform takes the record's id, so nothing requires it.
  return fieldModel({ name: 'Name', type: 'string', nillable: false, readOnly: isNumbered });
}
