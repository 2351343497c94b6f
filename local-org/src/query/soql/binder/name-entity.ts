import type { Field, FieldType } from '../../../schema';

/**
 * Fields of the Name object, which stands for the record behind a reference to several objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm
 */
const NAME_FIELDS: Readonly<Record<string, FieldType>> = {
  Id: 'id',
  Name: 'string',
  Type: 'picklist',
  Alias: 'string',
  Email: 'email',
  FirstName: 'string',
  IsActive: 'boolean',
  LastName: 'string',
  Phone: 'phone',
  ProfileId: 'reference',
  RecordTypeId: 'reference',
  Title: 'string',
  Username: 'string',
  UserRoleId: 'reference',
};

/** References of the Name object that a path may follow further; they exist on users only. */
export const NAME_PARENTS: ReadonlySet<string> = new Set(['profile', 'userrole']);
export const NAME_PARENT_OBJECT = 'User';

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAME_FIELDS).map(([name, type]) => [name.toLowerCase(), nameEntityField(name, type)]),
);

/** A field of the Name object in any case; undefined when it has none of that name. */
export function findNameField(name: string): Field | undefined {
  return fields.get(name.toLowerCase());
}

function nameEntityField(name: string, type: FieldType): Field {
  return {
    name,
    label: name,
    type,
    custom: false,
    length: type === 'id' || type === 'reference' ? 18 : 0,
    precision: 0,
    scale: 0,
    nillable: true,
    createable: false,
    updateable: false,
    defaultedOnCreate: false,
    filterable: true,
    sortable: true,
    groupable: true,
    permissionable: false,
    nameField: name === 'Name',
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: false,
    htmlFormatted: false,
    trackHistory: false,
  };
}
