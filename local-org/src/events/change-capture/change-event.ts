/** What happened to the records of a change event. Gap events are not made: nothing changes records past the save. */
export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';

/**
 * The header of a change event. Lists are arrays of API names or ids.
 * @see https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm
 */
export interface ChangeEventHeader {
  /** `Account` */
  readonly entityName: string;
  /** The records that changed alike in one transaction. */
  readonly recordIds: readonly string[];
  readonly changeType: ChangeType;
  /** Which API made the change; empty here. */
  readonly changeOrigin: string;
  /** Names the transaction. */
  readonly transactionKey: string;
  /** Place of the change in its transaction, from 1. */
  readonly sequenceNumber: number;
  /** Milliseconds since 1970. */
  readonly commitTimestamp: number;
  /** Grows from commit to commit. */
  readonly commitNumber: number;
  /** Id of the user who made the change. */
  readonly commitUser: string;
  /** Updates only. */
  readonly changedFields: readonly string[];
  /** Updates only: changed fields that are blank now. */
  readonly nulledFields: readonly string[];
  /** Fields sent as a difference; never any here. */
  readonly diffFields: readonly string[];
}
