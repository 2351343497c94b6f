import type { RunningUser } from '../../execution';
import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import type { ApexExecution } from './apex-execution';
import type { AsyncApexJobs } from './async-apex-jobs';
import type { DebugEvent } from './debug-log';
import type { DataAccess } from './data-access';
import type { OrgPort } from './org-port';
import type { StubCall } from './stub-object';
import type { ApexException } from './values/apex-exception';
import type { ApexList } from './values/apex-list';
import type { ApexSObject } from './values/apex-sobject';
import type { ApexValue } from './values/apex-value';

/**
 * What generated code and the library work with. One per org; `execution` is the transaction that runs now, so a nested
 * one (a job inside a test, a trigger of another request) swaps it and puts it back.
 */
export interface ApexRuntime {
  /** The transaction that runs now. */
  readonly execution: ApexExecution;
  /** The transaction that runs now; null outside of one. */
  readonly running: ApexExecution | null;
  /** All types, by name; interns generic ones. */
  readonly types: ApexTypes;
  /** The org beneath: records, metadata, clock, jobs, outbox. */
  readonly org: OrgPort;
  /** Queries and saves. */
  readonly data: DataAccess;
  /** Work for later: queueable, future, batch and scheduled jobs. */
  readonly asyncJobs: AsyncApexJobs;
  /** The running user, as `System.runAs` may have set it. */
  readonly user: RunningUser;
  /** Milliseconds since 1970 on the org's clock. */
  now(): number;
  /**
   * Throws an Apex exception: `throwNew('System.ListException', 'List index out of bounds: 3')`. The type may be a
   * platform or user exception.
   */
  throwNew(typeName: string, message: string): never;
  /** The exception that {@link ApexRuntime.throwNew} throws. */
  newException(typeName: string, message: string): ApexException;
  /** An exception that passes all `catch` clauses. */
  uncatchable(typeName: string, message: string): ApexException;
  /** Tells the debug log of the transaction. */
  log(event: DebugEvent): void;
  /** NullPointerException `Attempt to de-reference a null object`. */
  throwNull(): never;
  /** As `String.valueOf(Object)` renders a value; calls a user's `toString`. */
  toText(value: ApexValue): string;
  /** Equality as `equals` and collections see it; calls a user's `equals`. Strings are case-sensitive. */
  equal(left: ApexValue, right: ApexValue): boolean;
  /** What sets and maps file a value under: equal values have keys that are the same for a JavaScript Map. */
  keyOf(value: ApexValue): unknown;
  /** Order of values for `List.sort`: numbers, texts, dates, enums, Comparable of users. @throws ListException when not comparable */
  compare(left: ApexValue, right: ApexValue): number;
  /** The run-time type of a value; null has the type `null`. Texts that look like ids are String. */
  typeOf(value: ApexValue): ApexType;
  /** Whether a value may be held by a variable of the type. */
  isInstance(value: ApexValue, type: ApexType): boolean;
  /** Calls a method of a user's object by its platform slot: `call(target, 'compareTo', [other])`. */
  call(target: ApexValue, methodName: string, args: readonly ApexValue[]): ApexValue;
  /** Makes an object of a class by a constructor for these arguments. @throws TypeException when there is none */
  construct(type: ApexType, args: readonly ApexValue[]): ApexValue;
  /** A constant of an enum of the platform: `enumValue('Schema.DisplayType', 'STRING')`. */
  enumValue(typeName: string, constant: string): ApexValue;
  /** The list that a record without queried children has for a relationship: empty, of the child's type. */
  emptyChildren(record: ApexSObject, relationshipName: string): ApexList;
  /** Units of a limit used so far; CPU time and heap are measured. */
  used(limit: LimitName): number;
  /**
   * An object of a user's class whose constructor has not run; all its fields are null. For jobs and JSON, which fill
   * the fields themselves.
   */
  instantiate(type: ApexType): ApexValue;
  /** An object of a user's class or interface whose methods all call `call`. @throws TypeException for other types */
  makeStub(type: ApexType, call: StubCall): ApexValue;
  /** What class literals, `Account.SObjectType` and `Account.Name` are. */
  typeToken(type: ApexType): ApexValue;
  objectToken(objectName: string): ApexValue;
  fieldToken(objectName: string, fieldName: string): ApexValue;
  /** Runs on as another user, a User record, until the result is called. */
  beginRunAs(user: ApexValue): () => void;
  /** Runs `work` as a transaction; the one that ran before goes on afterwards. */
  runIn<T>(execution: ApexExecution, work: () => T): T;
  /** Line of the Apex code that runs now, for logs; 0 outside of Apex. */
  currentLine(): number;
  /**
   * Counts work of the library as so many rounds of a loop: a round per value visited, or per {@link CHARACTERS_PER_ROUND}
   * characters. @throws LimitException when time or memory is used up
   */
  work(rounds: number): void;
  /** Lets CPU time count on from so many milliseconds. */
  setCpuTime(usedMs: number): void;
  /** Counts a unit of a governor limit. @throws LimitException beyond it */
  count(limit: LimitName, units?: number): void;
}

/** Characters that are made or read in the time of a round of a loop. */
export const CHARACTERS_PER_ROUND = 64;

/** Governor limits that are counted. */
export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'cpuTime'
  | 'heapSize'
  | 'callouts'
  | 'emailInvocations'
  | 'futureCalls'
  | 'queueableJobs'
  | 'mobilePushApexCalls'
  | 'publishImmediateDml'
  | 'savepoints';
