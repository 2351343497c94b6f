import { formatDatetime, type RecordValues } from '../../core';
import { SYSTEM_TOPICS } from '../../events';
import type { SObjectType } from '../../schema';
import type { OrgPort } from '../runtime/org-port';
import type { ToolingRecordTable } from '../records/tooling-record-table';
import type { SelectedTests } from './select-tests';
import type { TestClassOutcome, TestOutcome } from './test-outcome';

/** Longest text of a message or stack in a row. */
const MAX_TEXT = 4_000;

/** A run that waits, with a queue item per class. */
export interface QueuedRun {
  /** Id of the AsyncApexJob (`707...`), which is how clients name the run. */
  readonly jobId: string;
  readonly items: readonly { readonly queueItemId: string; readonly tests: SelectedTests }[];
}

/** What results belong to, as far as there is such a thing. */
interface ResultParents {
  readonly jobId: string | null;
  readonly queueItemId: string | null;
  readonly apexLogId: string | null;
}

/** What rows are written with. */
export interface TestRunRowServices {
  readonly org: OrgPort;
  readonly records: ToolingRecordTable;
}

/**
 * The rows that tell of a test run: AsyncApexJob, ApexTestRunResult, ApexTestQueueItem and ApexTestResult.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_apextestresult.htm
 */
export class TestRunRows {
  constructor(private readonly services: TestRunRowServices) {}

  /** Notes a run that is to begin. */
  queue(selected: readonly SelectedTests[], userId: string, skipCoverage: boolean): QueuedRun {
    const now = this.now();
    const [jobId = ''] = this.insert('AsyncApexJob', [
      {
        JobType: 'TestRequest',
        Status: 'Queued',
        CreatedDate: now,
        CreatedById: userId,
        JobItemsProcessed: 0,
        TotalJobItems: selected.length,
        NumberOfErrors: 0,
      },
    ]);
    const testRunResultId = this.services.records.add('ApexTestRunResult', {
      AsyncApexJobId: jobId,
      UserId: userId,
      IsAllTests: false,
      Source: null,
      JobName: null,
      Status: 'Queued',
      StartTime: now,
      EndTime: null,
      TestTime: 0,
      TestSetupTime: 0,
      ClassesEnqueued: selected.length,
      ClassesCompleted: 0,
      MethodsEnqueued: selected.reduce((sum, { testClass, methodNames }) => {
        return sum + (methodNames?.size ?? testClass.methods.length);
      }, 0),
      MethodsCompleted: 0,
      MethodsFailed: 0,
      CreatedDate: now,
    });
    const ids = this.insert(
      'ApexTestQueueItem',
      selected.map(({ testClass }) => ({
        ApexClassId: this.services.org.classId(testClass.name),
        Status: 'Queued',
        ParentJobId: jobId,
        TestRunResultId: testRunResultId,
        ShouldSkipCodeCoverage: skipCoverage,
        CreatedDate: now,
        CreatedById: userId,
        SystemModstamp: now,
      })),
    );
    const items = selected.map((tests, i) => ({ queueItemId: ids[i] ?? '', tests }));
    return { jobId, items };
  }

  /** Notes that a class of a run begins. */
  begin(jobId: string, queueItemId: string): void {
    this.update('ApexTestQueueItem', queueItemId, { Status: 'Processing' });
    this.changeRun(jobId, (run) => ({ ...run, Status: 'Processing' }));
    this.update('AsyncApexJob', jobId, { Status: 'Processing' });
    this.tell(jobId);
  }

  /** Notes what became of a class; the last one ends the run. */
  finish(
    jobId: string,
    queueItemId: string,
    outcome: TestClassOutcome,
    apexLogId: string | null,
    runTimeMs: number,
  ): void {
    const { tests, setupTimeMs } = outcome;
    this.insertResults(outcome, { jobId, queueItemId, apexLogId });
    const failed = tests.filter(({ outcome: name }) => name !== 'Pass').length;
    this.update('ApexTestQueueItem', queueItemId, {
      Status: failed > 0 ? 'Failed' : 'Completed',
      ExtendedStatus: `(${tests.length - failed}/${tests.length})`,
    });
    this.advance(jobId, { methods: tests.length, failed, runTimeMs, setupTimeMs });
  }

  /**
   * Notes that the tests of a class could not be run: the class is gone.
   *
   * UNVERIFIED: what the queue item of a class shows that was deleted while it waited.
   */
  fail(jobId: string, queueItemId: string, reason: string): void {
    this.update('ApexTestQueueItem', queueItemId, { Status: 'Failed', ExtendedStatus: reason });
    this.advance(jobId, { methods: 0, failed: 1, runTimeMs: 0, setupTimeMs: 0 });
  }

  /** Notes that a class is left out, because so many tests of the run have failed. */
  abort(jobId: string, queueItemId: string): void {
    this.update('ApexTestQueueItem', queueItemId, { Status: 'Aborted' });
    this.advance(jobId, { methods: 0, failed: 0, runTimeMs: 0, setupTimeMs: 0 });
  }

  /** How many tests of a run have failed so far. */
  failures(jobId: string): number {
    return Number(this.run(jobId)?.['MethodsFailed'] ?? 0);
  }

  /** Counts a class that is done. */
  private advance(
    jobId: string,
    {
      methods,
      failed,
      runTimeMs,
      setupTimeMs,
    }: Readonly<Record<'methods' | 'failed' | 'runTimeMs' | 'setupTimeMs', number>>,
  ): void {
    this.changeRun(jobId, (run) => {
      const completed = Number(run['ClassesCompleted']) + 1;
      const done = completed >= Number(run['ClassesEnqueued']);
      const failures = Number(run['MethodsFailed']) + failed;
      return {
        ...run,
        ClassesCompleted: completed,
        MethodsCompleted: Number(run['MethodsCompleted']) + methods,
        MethodsFailed: failures,
        TestTime: Number(run['TestTime']) + runTimeMs,
        TestSetupTime: Number(run['TestSetupTime']) + setupTimeMs,
        Status: !done ? 'Processing' : failures > 0 ? 'Failed' : 'Completed',
        EndTime: done ? this.now() : null,
      };
    });
    this.finishJob(jobId, failed);
    this.tell(jobId);
  }

  /** Rows of ApexTestResult. @returns their ids */
  insertResults({ tests }: TestClassOutcome, of: ResultParents): string[] {
    return this.insert(
      'ApexTestResult',
      tests.map((test) => ({ ...this.resultRow(test), ...resultParents(of) })),
    );
  }

  /** The record of a run. */
  run(jobId: string): Readonly<RecordValues> | undefined {
    return this.services.records
      .all('ApexTestRunResult')
      .find(({ AsyncApexJobId }) => AsyncApexJobId === jobId);
  }

  /** Tells clients that follow the run to look at it. */
  private tell(jobId: string): void {
    const { events } = this.services.org;
    const userId = String(this.run(jobId)?.['UserId'] ?? '');
    events.publish(SYSTEM_TOPICS.testResult, [{ Id: jobId }], userId);
  }

  private resultRow(test: TestOutcome): RecordValues {
    return {
      TestTimestamp: formatDatetime(test.startedMs),
      SystemModstamp: this.now(),
      Outcome: test.outcome,
      ApexClassId: this.services.org.classId(test.className),
      MethodName: test.methodName,
      Message: test.message?.slice(0, MAX_TEXT) ?? null,
      StackTrace: test.stackTrace?.slice(0, MAX_TEXT) ?? null,
      RunTime: test.runTimeMs,
      IsTestSetup: false,
    };
  }

  private changeRun(jobId: string, change: (run: Readonly<RecordValues>) => RecordValues): void {
    const run = this.run(jobId);
    if (!run) return;
    const { Id, ...fields } = change(run);
    this.services.records.update('ApexTestRunResult', String(Id), fields);
  }

  private finishJob(jobId: string, failed: number): void {
    const row = this.services.org.store.find(this.type('AsyncApexJob'), jobId);
    if (!row) return;
    const processed = Number(row['JobItemsProcessed']) + 1;
    const done = processed >= Number(row['TotalJobItems']);
    this.update('AsyncApexJob', jobId, {
      JobItemsProcessed: processed,
      NumberOfErrors: Number(row['NumberOfErrors']) + failed,
      ...(done && { Status: 'Completed', CompletedDate: this.now() }),
    });
  }

  private insert(objectName: string, rows: readonly RecordValues[]): string[] {
    const { store } = this.services.org;
    const type = this.type(objectName);
    const ids = store.newIds(type, rows.length);
    store.insert(
      type,
      rows.map((row, i) => ({ Id: ids[i] ?? null, ...row })),
    );
    return ids;
  }

  private update(objectName: string, id: string, values: RecordValues): void {
    this.services.org.store.update(this.type(objectName), id, values);
  }

  private type(objectName: string): SObjectType {
    const type = this.services.org.schema().find(objectName);
    if (!type) throw new Error(`The schema has no ${objectName}`);
    return type;
  }

  private now(): string {
    return formatDatetime(this.services.org.clock.now());
  }
}

function resultParents({ jobId, queueItemId, apexLogId }: ResultParents): RecordValues {
  return { AsyncApexJobId: jobId, QueueItemId: queueItemId, ApexLogId: apexLogId };
}
