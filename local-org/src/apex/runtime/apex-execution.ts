import type { RunningUser, SaveHeaders } from '../../execution';
import type { LimitName } from './apex-runtime';
import type { DebugLog } from './debug-log';
import type { DataAccessMode } from './data-access';
import type { SavedObjects } from './data/mixed-dml';
import type { TestContext } from './test-context';
import type { TriggerContext } from './trigger-context';

/** What kind of transaction runs; decides limits and what `System.isBatch()` and its like answer. */
export type ExecutionKind =
  | 'anonymous'
  | 'test'
  | 'trigger'
  | 'rest'
  | 'aura'
  | 'auraCacheable'
  | 'invocable'
  | 'future'
  | 'queueable'
  | 'batch'
  | 'schedulable'
  | 'finalizer'
  | 'platformEvent';

/** One Apex transaction: its statics, limits, user and sharing. */
export interface ApexExecution {
  readonly kind: ExecutionKind;
  /** Static variables by class index; generated code fills them when a class is first used. */
  readonly statics: (Record<string, unknown> | undefined)[];
  /** Units used so far. */
  readonly used: Record<LimitName, number>;
  readonly limits: Readonly<Record<LimitName, number>>;
  /** Changed by `System.runAs`. */
  user: RunningUser;
  /** Whether records are restricted by sharing in system mode, as the class that runs now declares it. */
  sharing: boolean;
  /** Mode of database operations that name none, by the API version of the code that runs now. */
  callerAccess: DataAccessMode;
  /** Whether the transaction is a test method. */
  readonly isTest: boolean;
  /** The test that runs, for what it collects until `Test.stopTest`; null outside of tests. */
  readonly test: TestContext | null;
  /** The AsyncApexJob that runs; null when none does. */
  readonly asyncJobId: string | null;
  /** How many queueable jobs led to this one. */
  readonly queueableDepth: number;
  /** When it began, on the machine's clock, for CPU time. */
  startedMs: number;
  readonly saveHeaders?: SaveHeaders;
  /** Changes of records in the transaction of the org that were there when this one, or its part of a test, began. */
  changesBefore: number;
  /** What it has saved, for what must not be saved together; a block of `System.runAs` has its own. */
  saved: SavedObjects;
  /** Where the events of the transaction go. */
  readonly log: DebugLog;
  /** What `Trigger` answers; null outside of triggers. */
  trigger: TriggerContext | null;
}
