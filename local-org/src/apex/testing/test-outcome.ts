/** How a test ended. */
export type TestOutcomeName = 'Pass' | 'Fail' | 'CompileFail' | 'Skip';

/** What became of one test method. */
export interface TestOutcome {
  readonly className: string;
  readonly methodName: string;
  readonly outcome: TestOutcomeName;
  /** `System.AssertException: Assertion Failed: Expected: 1, Actual: 2`; null when it passed. */
  readonly message: string | null;
  /** `Class.DealTest.shouldClose: line 12, column 1`, a line per call; null when it passed. */
  readonly stackTrace: string | null;
  readonly runTimeMs: number;
  readonly seeAllData: boolean;
  /** When it began, in milliseconds since 1970 on the org's clock. */
  readonly startedMs: number;
  /** Lines that ran, by class or trigger; only when coverage was asked for. */
  readonly coverage: readonly LineCoverage[];
}

/** Lines of one class or trigger, ascending. */
export interface LineCoverage {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

/** What became of the tests of one class. */
export interface TestClassOutcome {
  readonly className: string;
  readonly tests: readonly TestOutcome[];
  /** Time of the `@TestSetup` methods; 0 when there are none. */
  readonly setupTimeMs: number;
}
