import type { Field } from '../schema';
import type { SaveError } from './types';

/** Makes a save error. `fields` are API names. */
export function saveError(statusCode: string, message: string, fields: readonly string[] = []): SaveError {
  return { statusCode, message, fields };
}

/**
 * The errors of a save in the platform's own codes and texts, one function each.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm#i1421521
 */
export const saveErrors = {
  unknownField: (name: string, objectName: string) =>
    saveError('INVALID_FIELD', `No such column '${name}' on sobject of type ${objectName}`),

  /** UNVERIFIED: the platform adds the position in the request body, which a save does not know. */
  notDeserializable: (type: string, token: string, value: string) =>
    saveError(
      'JSON_PARSER_ERROR',
      `Cannot deserialize instance of ${type} from ${token} value ${value} or request may be missing a required field`,
    ),

  notOfRequiredType: (field: Field, value: string) =>
    saveError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value}`, [
      field.name,
    ]),

  requiredFieldsMissing: (names: readonly string[]) =>
    saveError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names),

  tooLong: (field: Field, value: string) =>
    saveError(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${value} (max length=${field.length})`,
      [field.name],
    ),

  outsideValidRange: (field: Field, value: number) =>
    saveError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${value}`,
      [field.name],
    ),

  badPicklistValue: (field: Field, value: string) =>
    saveError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name],
    ),

  invalidEmail: (field: Field, value: string) =>
    saveError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]),

  malformedId: (field: Field, value: string) =>
    saveError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]),

  idOfOtherObject: (field: Field, value: string) =>
    saveError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [
      field.name,
    ]),

  /** UNVERIFIED: the text; the code is known. */
  halfGeolocation: (field: Field) =>
    saveError(
      'FIELD_INTEGRITY_EXCEPTION',
      `${field.label}: Both latitude and longitude must have a value, or both must be blank.`,
      [field.name],
    ),

  invalidCrossReference: () => saveError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'),

  invalidRecordType: (id: string) =>
    saveError(
      'INVALID_CROSS_REFERENCE_KEY',
      `Record Type ID: this ID value isn't valid for the user: ${id}`,
      ['RecordTypeId'],
    ),

  noAccessToReference: (id: string) =>
    saveError(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
    ),

  noAccessToRecord: () =>
    saveError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),

  inactiveOwner: (id: string, label: string) =>
    saveError(
      'INACTIVE_OWNER_OR_USER',
      `operation performed with inactive user [${id.slice(0, 15)}] as owner of ${label.toLowerCase()}`,
    ),

  queueOfOtherObject: () => saveError('INVALID_OPERATION', 'Queue not associated with this SObject type'),

  filterNotMatched: (field: Field) =>
    saveError(
      'FIELD_FILTER_VALIDATION_EXCEPTION',
      field.relationship?.lookupFilter?.errorMessage ??
        'Value does not exist or does not match filter criteria.',
      [field.name],
    ),

  duplicateValue: (fieldName: string, id: string) =>
    saveError(
      'DUPLICATE_VALUE',
      `duplicate value found: ${fieldName} duplicates value on record with id: ${id}`,
    ),

  duplicateExternalIdGiven: (field: Field, value: string) =>
    saveError('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field.name]),

  externalIdAmbiguous: (field: Field, ids: readonly string[]) =>
    saveError(
      'DUPLICATE_EXTERNAL_ID',
      `${field.name}: more than one record found for external id field: [${ids.join(', ')}]`,
      [field.name],
    ),

  externalIdNotFound: (value: string, fieldName: string, objectName: string) =>
    saveError(
      'INVALID_FIELD',
      `Foreign key external ID: ${value} not found for field ${fieldName} in entity ${objectName}`,
    ),

  externalIdMissing: (fieldName: string) => saveError('MISSING_ARGUMENT', `${fieldName} not specified`),

  idMissing: (operation: string) => saveError('MISSING_ARGUMENT', `Id not specified in ${operation} call`),

  idGivenOnInsert: () =>
    saveError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),

  /** UNVERIFIED: the text for a record that stands twice in one update. */
  duplicateIdInList: (id: string) => saveError('DUPLICATE_VALUE', `Duplicate id in list: ${id}`),

  notWriteable: (names: readonly string[]) =>
    saveError(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      names,
    ),

  entityCannotBe: (participle: 'inserted' | 'updated' | 'deleted', label: string) =>
    saveError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${participle}: ${label}`),

  /** No error: the answer to a platform event that was published. */
  operationEnqueued: (eventUuid: string) => saveError('OPERATION_ENQUEUED', eventUuid),

  notUndeletable: () => saveError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Entity type is not undeletable'),

  deleted: () => saveError('ENTITY_IS_DELETED', 'entity is deleted'),

  /** UNVERIFIED: undelete of a record that is not in the recycle bin. */
  notInRecycleBin: () => saveError('UNDELETE_FAILED', 'Entity is not in the recycle bin'),

  /** UNVERIFIED: how the list of the other records ends the text. */
  deleteRestricted: (name: string, labelPlural: string, children: readonly string[]) =>
    saveError(
      'DELETE_FAILED',
      `Your attempt to delete ${name} could not be completed because it is associated with the following ${labelPlural.toLowerCase()}.: ${children.join(', ')}\n`,
    ),

  convertedLead: () => saveError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead'),

  rolledBack: () =>
    saveError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),

  /** UNVERIFIED: text of a rule whose formula fails at run time. */
  ruleFormulaFailed: (ruleName: string, detail: string) =>
    saveError(
      'FORMULA_EXPRESSION_INVALID',
      `The formula in the "${ruleName}" validation rule is invalid: ${detail}`,
    ),

  /** UNVERIFIED: the code; the text is known. */
  tooManyRetries: () =>
    saveError(
      'TOO_MANY_APEX_REQUESTS',
      'Too many batch retries in the presence of Apex triggers and partial failures.',
    ),
};
