import { isUnsupportedField, isUnsupportedObject } from '../../schema';
import { BODY_MESSAGES } from './bodies/body-messages';
import { DECLARATION_MESSAGES } from './declaration-messages';

/** What the compiler says of a name that is no type: `Schema.Contract`, `ContentDistribution`. */
export function missingTypeMessage(name: string): string {
  const objectName = name.replace(/^Schema\./i, '');
  return isUnsupportedObject(objectName)
    ? DECLARATION_MESSAGES.unsupportedObject(objectName)
    : DECLARATION_MESSAGES.invalidType(name);
}

/** What the compiler says of `Schema.SObjectType.Name` when there is no such object. */
export function missingObjectMessage(name: string): string {
  return isUnsupportedObject(name)
    ? DECLARATION_MESSAGES.unsupportedObject(name)
    : BODY_MESSAGES.variableMissing(name);
}

/** What the compiler says of a field or parent that a record's object does not have, where it reads or names one. */
export function missingMemberMessage(objectName: string, name: string): string {
  return isUnsupportedField(objectName, name)
    ? BODY_MESSAGES.unsupportedField(name, objectName)
    : BODY_MESSAGES.variableMissing(name);
}

/** The same where a new record is given a field. */
export function missingFieldMessage(objectName: string, name: string): string {
  return isUnsupportedField(objectName, name)
    ? BODY_MESSAGES.unsupportedField(name, objectName)
    : BODY_MESSAGES.fieldMissing(name, objectName);
}
