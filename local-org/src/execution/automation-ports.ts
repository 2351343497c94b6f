import type { RecordValues } from '../core';
import type { DuplicateResult } from './duplicate-result';
import type { RequestContext } from './running-user';
import type { SaveOperation, Transaction } from './transaction';

/** A record as automation sees it during a save. */
export interface AutomationRecord {
  /** Null before the insert is written. */
  readonly id: string | null;
  /** All stored fields by canonical name. May be assigned in the before stages only. */
  readonly values: RecordValues;
  /** The record before the change; null on insert. */
  readonly prior: Readonly<RecordValues> | null;
  /**
   * Refuses the record, as addError does.
   * @param field API name the message stands at; absent for the whole record
   * @param statusCode `FIELD_CUSTOM_VALIDATION_EXCEPTION` unless told
   * @param duplicateResult what a duplicate rule found, for the answer
   */
  addError(message: string, field?: string, statusCode?: string, duplicateResult?: DuplicateResult): void;
}

/** The records of one chunk (at most 200) at one stage. */
export interface AutomationBatch {
  readonly objectName: string;
  readonly operation: SaveOperation;
  readonly records: readonly AutomationRecord[];
  readonly context: RequestContext;
  readonly transaction: Transaction;
  /** Set when the save is a field update of automation. */
  readonly origin?: 'workflow' | 'approval';
  /** Whether the values come from the org itself: roll-ups, lookups that a delete clears. */
  readonly trusted?: boolean;
}

export type AutomationStep = (batch: AutomationBatch) => void;

/**
 * Where the automation of an org is plugged into the save. An absent port means that nothing of the kind can run;
 * a deploy of a component that needs it says so.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export interface AutomationPorts {
  beforeSaveFlows?: AutomationStep;
  beforeTriggers?: AutomationStep;
  duplicateRules?: AutomationStep;
  /** Keeps the keys by which matching rules find records. */
  matchKeys?: AutomationStep;
  afterTriggers?: AutomationStep;
  assignmentRules?: AutomationStep;
  autoResponseRules?: AutomationStep;
  workflowRules?: AutomationStep;
  escalationRules?: AutomationStep;
  processes?: AutomationStep;
  afterSaveFlows?: AutomationStep;
  entitlementRules?: AutomationStep;
  /** Approval locks: refuses records that are locked for the running user. */
  recordLocks?: AutomationStep;
  /** Recalculates the criteria-based sharing of records that changed. */
  sharingRecalculation?: AutomationStep;
}

/** Names of the ports, for reports on what is plugged in. */
export type AutomationPortName = keyof AutomationPorts;
