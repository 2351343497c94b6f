/** What to do with an error: send again unchanged, correct the data first, or give up on the record. */
export type ErrorTreatment = 'retry' | 'fix' | 'drop';

/** One status code with its treatment and the next step for a reader. */
export interface ErrorClass {
  readonly treatment: ErrorTreatment;
  readonly action: string;
}

const LATER = 'Nothing to correct: it is sent again';

/**
 * Platform status codes that the integration knows how to treat.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm
 */
const CLASSES: Readonly<Record<string, ErrorClass>> = {
  UNABLE_TO_LOCK_ROW: { treatment: 'retry', action: LATER },
  SERVER_UNAVAILABLE: { treatment: 'retry', action: LATER },
  SERVICE_UNAVAILABLE: { treatment: 'retry', action: LATER },
  QUERY_TIMEOUT: { treatment: 'retry', action: LATER },
  TXN_SECURITY_METERING_ERROR: { treatment: 'retry', action: LATER },
  API_TEMPORARILY_UNAVAILABLE: { treatment: 'retry', action: LATER },
  FIELD_CUSTOM_VALIDATION_EXCEPTION: { treatment: 'fix', action: 'Correct the value that the rule names' },
  REQUIRED_FIELD_MISSING: { treatment: 'fix', action: 'Fill in the required field' },
  STRING_TOO_LONG: { treatment: 'fix', action: 'Shorten the value' },
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: {
    treatment: 'fix',
    action: 'Map the value to one of the picklist',
  },
  INVALID_FIELD: { treatment: 'fix', action: 'Correct the field name in the mapping, or deploy the field' },
  INVALID_FIELD_FOR_INSERT_UPDATE: {
    treatment: 'fix',
    action: 'Give the user the permission to set the field',
  },
  INVALID_CROSS_REFERENCE_KEY: { treatment: 'fix', action: 'Load the record that is referred to first' },
  INVALID_EMAIL_ADDRESS: { treatment: 'fix', action: 'Correct the e-mail address' },
  NUMBER_OUTSIDE_VALID_RANGE: { treatment: 'fix', action: 'Correct the number' },
  MALFORMED_ID: { treatment: 'fix', action: 'Correct the id' },
  DUPLICATE_VALUE: { treatment: 'fix', action: 'Remove the duplicate, or merge the two records' },
  DUPLICATES_DETECTED: { treatment: 'fix', action: 'Review the duplicate in Salesforce' },
  INSUFFICIENT_ACCESS_OR_READONLY: { treatment: 'fix', action: 'Give the user access to the record' },
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: {
    treatment: 'fix',
    action: 'See the message of the trigger or flow',
  },
  ENTITY_IS_LOCKED: { treatment: 'fix', action: 'Wait for the approval, or recall it' },
  ENTITY_IS_DELETED: { treatment: 'drop', action: 'Restore the record if it is still wanted' },
};

const UNKNOWN: ErrorClass = { treatment: 'fix', action: 'Read the message and correct the row' };

/** The treatment of a status code; unknown codes are for a person to look at. */
export function classifyError(code: string): ErrorClass {
  return CLASSES[code] ?? UNKNOWN;
}

/** True when the same row may be accepted later. */
export function isRetryableCode(code: string): boolean {
  return classifyError(code).treatment === 'retry';
}

/** HTTP statuses after which the same idempotent call may succeed. 420 is a busy pod. */
export const RETRYABLE_HTTP_STATUSES: ReadonlySet<number> = new Set([420, 429, 500, 502, 503, 504]);

/** Statuses with which a server says that it has not begun: any call may be sent again. */
export const NOT_STARTED_HTTP_STATUSES: ReadonlySet<number> = new Set([420, 429]);

/** Network error codes that show that the request has not left: any call may be sent again. */
export const NOT_SENT_NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTDOWN',
]);
