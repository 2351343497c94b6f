/** A parent named by its external id: `{ External_Id__c: 'ACC-1' }`. */
export type ParentReference = Readonly<Record<string, string>>;

/** One value of a record as it is sent. Dates are `2026-01-31`, datetimes ISO 8601 in UTC. */
export type FieldValue = string | number | boolean | null | ParentReference;

/**
 * A record to send: field API names to values; a parent goes under the relationship's name.
 * @example `{ Name: 'Deal', Amount: 10, Account: { External_Id__c: 'ACC-1' } }`
 */
export type RecordData = Readonly<Record<string, FieldValue | undefined>>;

/** A record as an org answers it; related records are nested objects. */
export type QueryRow = Readonly<Record<string, unknown>>;

/** Why one row was refused. */
export interface SaveError {
  /** The platform's status code: `FIELD_CUSTOM_VALIDATION_EXCEPTION`. */
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** The outcome of one record; lists of them always stand in the order of the input. */
export interface SaveResult {
  readonly success: boolean;
  /** 18-character id, null when the row was refused. */
  readonly id: string | null;
  /** True when a new record was made; false for an update or a refusal. */
  readonly created: boolean;
  readonly errors: readonly SaveError[];
}

/** The result of a refused row. */
export function refused(code: string, message: string, fields: readonly string[] = []): SaveResult {
  return { success: false, id: null, created: false, errors: [{ code, message, fields }] };
}
