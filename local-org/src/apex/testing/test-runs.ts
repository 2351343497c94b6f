import { ApiError } from '../../core';
import type { RunningUser } from '../../execution';
import type { JobPayload } from '../../jobs';
import type { DebugLogs } from '../logging/debug-logs';
import type { ToolingRecordTable } from '../records/tooling-record-table';
import { CoverageRecords } from './coverage-records';
import { findTests, runTests } from './run-tests';
import type { TestServices } from './run-test-class';
import type { NamedTests, SelectedTests, TestSelection } from './select-tests';
import type { TestClassOutcome } from './test-outcome';
import { TestRunRows } from './test-run-rows';

/** What test runs work with. */
export interface TestRunServices extends TestServices {
  readonly records: ToolingRecordTable;
  readonly logs: DebugLogs;
}

/** How a run is asked for. */
export interface TestRunRequest {
  readonly selection: TestSelection;
  readonly skipCoverage: boolean;
  readonly maxFailures?: number | undefined;
}

/** A run that was waited for. */
export interface TestRunReport {
  readonly classes: readonly TestClassOutcome[];
  readonly totalTimeMs: number;
  /** Id of the debug log; null when the user is not traced. */
  readonly apexLogId: string | null;
}

/** What waits in the org's queue for one class of a run. */
interface WaitingClass extends JobPayload {
  readonly jobId: string;
  readonly queueItemId: string;
  readonly userId: string;
  readonly skipCoverage: boolean;
  /** Failures of the run after which its other classes are left out; absent for no limit. */
  readonly maxFailures?: number;
  readonly tests: NamedTests;
}

/** Kind of the jobs that run tests. */
export const TEST_JOB = 'apex.tests';

/** Runs tests at once or in the org's queue, and keeps results and coverage. */
export class TestRuns {
  readonly coverage: CoverageRecords;
  readonly rows: TestRunRows;

  constructor(private readonly services: TestRunServices) {
    this.coverage = new CoverageRecords(services);
    this.rows = new TestRunRows(services);
    services.org.jobs.handle(TEST_JOB, (payload) => {
      this.runWaiting(payload as WaitingClass);
    });
  }

  /** The classes and tests that a selection means. @throws ApiError INVALID_INPUT */
  find(selection: TestSelection): SelectedTests[] {
    return findTests(this.services, selection);
  }

  /** Runs tests and waits for them. @throws ApiError INVALID_INPUT for a class without tests */
  runNow({ selection, skipCoverage, maxFailures }: TestRunRequest, user: RunningUser): TestRunReport {
    const selected = this.find(selection);
    const begunMs = Date.now();
    const log = this.services.logs.openFor({ user, request: 'Api', operation: 'ApexTestHandler' });
    const classes = runTests(this.services, selected, {
      user,
      coverage: !skipCoverage,
      logFor: () => log?.recorder,
      maxFailures,
    });
    const apexLogId = log?.close('Success') ?? null;
    for (const outcome of classes) this.keep(outcome, skipCoverage);
    return { classes, totalTimeMs: Date.now() - begunMs, apexLogId };
  }

  /** Puts tests into the org's queue. @returns id of the run's AsyncApexJob. @throws ApiError INVALID_INPUT */
  start({ selection, skipCoverage, maxFailures }: TestRunRequest, user: RunningUser): string {
    const { org } = this.services;
    return org.transactions.run(() => {
      const run = this.rows.queue(this.find(selection), user.id, skipCoverage);
      for (const { queueItemId, tests } of run.items) {
        const payload: WaitingClass = {
          jobId: run.jobId,
          queueItemId,
          userId: user.id,
          skipCoverage,
          ...(maxFailures !== undefined && { maxFailures }),
          tests: {
            className: tests.testClass.name,
            ...(tests.methodNames && { methodNames: [...tests.methodNames] }),
          },
        };
        org.jobs.schedule({ kind: TEST_JOB, key: queueItemId, runAtMs: org.clock.now(), payload });
      }
      return run.jobId;
    });
  }

  private runWaiting(waiting: WaitingClass): void {
    const { jobId, queueItemId, tests, maxFailures } = waiting;
    if (maxFailures !== undefined && this.rows.failures(jobId) > maxFailures) {
      this.rows.abort(jobId, queueItemId);
      return;
    }
    this.rows.begin(jobId, queueItemId);
    try {
      this.runSelected(waiting, this.find({ level: 'named', tests: [tests] }));
    } catch (error) {
      // Between the start of the run and its turn the class may have been deleted or changed.
      if (!(error instanceof ApiError)) throw error;
      this.rows.fail(jobId, queueItemId, error.message);
    }
  }

  private runSelected(
    { jobId, queueItemId, userId, skipCoverage }: WaitingClass,
    selected: readonly SelectedTests[],
  ): void {
    const { org, logs } = this.services;
    const user = org.findUser(userId) ?? org.automationUser();
    const begunMs = Date.now();
    const log = logs.openFor({ user, request: 'Api', operation: 'ApexTestHandler' });
    const outcomes = runTests(this.services, selected, {
      user,
      coverage: !skipCoverage,
      logFor: () => log?.recorder,
    });
    const apexLogId = log?.close('Success') ?? null;
    for (const outcome of outcomes) {
      this.rows.finish(jobId, queueItemId, outcome, apexLogId, Date.now() - begunMs);
      if (!skipCoverage) this.coverage.keep(outcome);
    }
  }

  private keep(outcome: TestClassOutcome, skipCoverage: boolean): void {
    this.services.org.transactions.run(() => {
      this.rows.insertResults(outcome, { jobId: null, queueItemId: null, apexLogId: null });
      if (!skipCoverage) this.coverage.keep(outcome);
    });
  }
}
