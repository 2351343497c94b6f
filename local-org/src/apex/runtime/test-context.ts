import type { LimitName } from './apex-runtime';
import type { ApexException } from './values/apex-exception';
import type { ApexValue } from './values/apex-value';

/** Asynchronous work that a test has started and that has not run yet. */
export interface PendingJob {
  readonly run: () => void;
}

/**
 * What a test method collects while it runs.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_tools_start_stop_test.htm
 */
export interface TestContext {
  /** Between `Test.startTest` and `Test.stopTest`. */
  phase: 'before' | 'started' | 'stopped';
  /** Jobs that run at `Test.stopTest`, or after the test method. */
  pending: PendingJob[];
  /** Jobs from before `Test.startTest`: they run after the test method. */
  pendingBefore: PendingJob[];
  /** What the test had used of its limits at `Test.startTest`; null outside of the two calls. */
  usedBefore: Readonly<Record<LimitName, number>> | null;
  /** What answers callouts: the object given to `Test.setMock`, by the interface's name. */
  readonly mocks: Map<string, ApexValue>;
  /** Ids that SOSL finds; null when none were set. */
  fixedSearchResults: readonly string[] | null;
  /** Whether the test sees records of the org. */
  readonly seeAllData: boolean;
  /** Who is to hear what became of events that were published. */
  readonly publications: { readonly callback: ApexValue; readonly eventUuids: readonly string[] }[];
  /** Whether changes of records are told as change events. */
  changeDataCapture: boolean;
  /** Batch jobs that the test has started. */
  batches: number;
  /** What fails the test although its code caught it: the exception of a scheduled job. */
  failure: ApexException | null;
}

/** The context of a test method that begins. */
export function newTestContext(seeAllData: boolean): TestContext {
  return {
    phase: 'before',
    pending: [],
    pendingBefore: [],
    usedBefore: null,
    mocks: new Map(),
    fixedSearchResults: null,
    publications: [],
    seeAllData,
    changeDataCapture: false,
    batches: 0,
    failure: null,
  };
}
