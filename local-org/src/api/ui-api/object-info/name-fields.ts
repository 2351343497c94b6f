import type { SObjectType } from '../../../schema';

const PERSON_NAME_FIELDS = ['FirstName', 'LastName', 'Name'] as const;

/** The fields that name records of an object: `['Name']`, or first, last and full name. */
export function nameFieldsOf(type: SObjectType): string[] {
  const isPerson = PERSON_NAME_FIELDS.every((name) => type.field(name));
  if (isPerson) return [...PERSON_NAME_FIELDS];
  return type.nameField ? [type.nameField.name] : [];
}
