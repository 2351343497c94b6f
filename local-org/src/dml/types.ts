import type { RecordValues } from '../core';
import type { DuplicateResult, RequestContext } from '../execution';

/** A record as a client sends it: values by field name in any case, not yet checked. Parents may be given as
 * `{ Account: { External_Id__c: 'A-1' } }`. */
export type RecordInput = Readonly<Record<string, unknown>>;

export interface SaveOptions {
  readonly context: RequestContext;
  /** Roll everything back when one record fails. */
  readonly allOrNone: boolean;
  /**
   * All values are texts, as CSV and XML bring them: one that cannot be read is reported as
   * INVALID_TYPE_ON_FIELD_IN_RECORD instead of JSON_PARSER_ERROR.
   */
  readonly textValues?: boolean;
  /** Whose save it is, when it is a field update of automation: some steps are then left out. */
  readonly origin?: SaveOrigin;
}

/**
 * Field updates that save a record again. Both leave out custom validation; workflow also leaves out duplicate rules,
 * flows and processes.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export type SaveOrigin = 'workflow' | 'approval';

/** Why a record was refused, in the platform's own codes. */
export interface SaveError {
  /** `REQUIRED_FIELD_MISSING`, `FIELD_CUSTOM_VALIDATION_EXCEPTION`, ... */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** With DUPLICATES_DETECTED: what was found. */
  readonly duplicateResult?: DuplicateResult;
}

/** What became of one record, in the order of the input. */
export interface SaveResult {
  readonly id: string | null;
  readonly success: boolean;
  /** Upsert: whether the record is new. */
  readonly created?: boolean;
  /** Why it failed; for a platform event that was published OPERATION_ENQUEUED, with the EventUuid as message. */
  readonly errors: readonly SaveError[];
}

/** Saves records by the platform's order of execution. */
export interface DmlEngine {
  insert(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[];
  update(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[];
  /** @param externalIdField `Id` or a field marked as external id / idLookup */
  upsert(
    objectName: string,
    externalIdField: string,
    records: readonly RecordInput[],
    options: SaveOptions,
  ): SaveResult[];
  /** Ids may belong to different objects; each run of one object is one chunk. */
  delete(ids: readonly string[], options: SaveOptions): SaveResult[];
  undelete(ids: readonly string[], options: SaveOptions): SaveResult[];
  /** Removes deleted records for good. */
  emptyRecycleBin(ids: readonly string[], options: SaveOptions): SaveResult[];
  /**
   * The values that a new record would have before its save: those given, with record type, owner, and the defaults of
   * fields.
   */
  defaultValues(objectName: string, values: RecordValues, context: RequestContext): RecordValues;
  /** What duplicate rules would say to a new record, as the errors (DUPLICATES_DETECTED) of its save. */
  findDuplicates(objectName: string, values: RecordValues, context: RequestContext): readonly SaveError[];
}
