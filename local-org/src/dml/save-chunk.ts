import type { AccessControl } from '../access';
import type { Clock } from '../core';
import type {
  AutomationBatch,
  AutomationPorts,
  FormulaFieldEvaluator,
  FormulaSession,
  RunningUser,
  SaveOperation,
  Transaction,
  TransactionManager,
} from '../execution';
import type { EventPublisher } from '../events';
import type { Schema, SObjectType } from '../schema';
import type { RecordStore } from '../storage';
import type { RecycleBin } from './delete/recycle-bin';
import type { SavePlan } from './save-plan';
import type { SaveRecord } from './save-record';
import type { DmlEngine, RecordInput, SaveOptions, SaveResult } from './types';

/** What the user's profile and permission sets say about record types. */
export interface RecordTypeAccess {
  /** Id of the default record type; null for Master; undefined when the profile names none. */
  defaultRecordTypeId(user: RunningUser, objectName: string): string | null | undefined;
  /** Whether the user may choose the record type. */
  isAvailable(user: RunningUser, objectName: string, recordTypeId: string): boolean;
}

/** What a save works with. */
export interface SaveServices {
  schema(): Schema;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly clock: Clock;
  readonly formulas: FormulaFieldEvaluator;
  readonly transactions: TransactionManager;
  /** Automation; filled while the org is composed. */
  readonly ports: AutomationPorts;
  readonly recordTypes?: RecordTypeAccess;
  /** Takes the platform events that are inserted. */
  readonly events?: EventPublisher;
}

/** Saves that stages start themselves: roll-ups of the parent, rows that a standard object keeps beside its own. */
export interface NestedSaves extends DmlEngine {
  /** Updates records with values that no client could write, in system mode, through the whole save. */
  updateTrusted(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[];
  /** Inserts like {@link NestedSaves.updateTrusted}. */
  insertTrusted(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[];
}

/** At most 200 records of one object that go through the stages together. */
export interface SaveChunk {
  readonly type: SObjectType;
  readonly plan: SavePlan;
  readonly operation: Extract<SaveOperation, 'insert' | 'update'>;
  /** Those without an error so far; the engine removes the others after each stage. */
  records: SaveRecord[];
  readonly options: SaveOptions;
  /** Values come from the org itself: neither field access nor writeability is checked. */
  readonly trusted: boolean;
  readonly services: SaveServices;
  readonly nested: NestedSaves;
  readonly recycleBin: RecycleBin;
  readonly transaction: Transaction;
  /** Formulas of this chunk before it is written. */
  readonly session: FormulaSession;
  /** The moment of the save as a datetime value, in whole seconds: `2026-11-22T11:01:25.000+0000`. */
  readonly stamp: string;
}

/** A chunk as automation sees it. */
export function automationBatch(chunk: SaveChunk): AutomationBatch {
  return {
    objectName: chunk.type.name,
    operation: chunk.operation,
    records: chunk.records,
    context: chunk.options.context,
    transaction: chunk.transaction,
    trusted: chunk.trusted,
    ...(chunk.options.origin && { origin: chunk.options.origin }),
  };
}
