import type { FlowRecord } from './flow-record';

/** The record whose save started an interview. */
export interface TriggeringRecord {
  readonly record: FlowRecord;
  /** Before the change; null for a new record. */
  readonly prior: FlowRecord | null;
  readonly isNew: boolean;
  /** Refuses the record with a message, at a field when one is named. */
  addError(message: string, field?: string): void;
  /** Assigning to `$Record` changes the record that is being saved. */
  readonly isBeforeSave: boolean;
}
