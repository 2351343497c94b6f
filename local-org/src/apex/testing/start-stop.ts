import { reportPublications } from '../library/system/event-callbacks';
import type { ApexRuntime, LimitName } from '../runtime/apex-runtime';
import type { PendingJob, TestContext } from '../runtime/test-context';

/** What the test that runs collects. @throws TypeException outside of tests */
export function testContext(runtime: ApexRuntime): TestContext {
  // UNVERIFIED: what methods of Test that change the test say outside of one.
  return (
    runtime.execution.test ??
    runtime.throwNew('System.TypeException', 'This method can be called from test methods only')
  );
}

/**
 * `Test.startTest`: the code up to `Test.stopTest` has limits of its own.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_tools_start_stop_test.htm
 */
export function startTest(runtime: ApexRuntime): void {
  const test = testContext(runtime);
  // UNVERIFIED: the texts of calls in the wrong order.
  if (test.phase !== 'before') runtime.throwNew('System.FinalException', 'Testing already started');
  test.phase = 'started';
  test.pendingBefore = test.pending;
  test.pending = [];
  test.usedBefore = { ...runtime.execution.used };
  setUsed(runtime, null);
  runtime.execution.changesBefore = runtime.org.transactions.current?.changes.length ?? 0;
  runtime.org.accessChanged();
}

/** `Test.stopTest`: runs what was started since `Test.startTest`, and delivers events. */
export function stopTest(runtime: ApexRuntime): void {
  const test = testContext(runtime);
  const { usedBefore } = test;
  if (test.phase !== 'started' || !usedBefore) {
    return runtime.throwNew('System.FinalException', 'Testing has not started');
  }
  test.phase = 'stopped';
  test.usedBefore = null;
  const jobs = test.pending;
  test.pending = test.pendingBefore;
  test.pendingBefore = [];
  runtime.org.accessChanged();
  try {
    deliverEvents(runtime);
    runJobs(test, jobs);
    deliverEvents(runtime);
    reportPublications(runtime, 'Success');
  } finally {
    setUsed(runtime, usedBefore);
  }
}

/** Delivers what the test has published, and what its saves have to tell when it captures changes. */
export function deliverEvents(runtime: ApexRuntime): void {
  const { events } = runtime.org;
  if (testContext(runtime).changeDataCapture) events.captureOpenChanges();
  events.deliver();
}

/** Runs what is left when a test method has ended. What that starts in turn never runs. */
export function finishJobs(runtime: ApexRuntime): void {
  const test = testContext(runtime);
  const jobs = [...test.pendingBefore, ...test.pending];
  test.pendingBefore = [];
  test.pending = [];
  runJobs(test, jobs);
}

/** A scheduled job that throws ends the round, and the test fails whatever its code does about it. */
function runJobs(test: TestContext, jobs: readonly PendingJob[]): void {
  for (const job of jobs) job.run();
  if (test.failure) throw test.failure as unknown as Error;
}

/** Sets what has been used; nothing for null. */
function setUsed(runtime: ApexRuntime, values: Readonly<Record<LimitName, number>> | null): void {
  const { used } = runtime.execution;
  for (const name of Object.keys(used) as LimitName[]) {
    if (name !== 'cpuTime') used[name] = values?.[name] ?? 0;
  }
  // It is measured, so it goes on from there.
  runtime.setCpuTime(values?.cpuTime ?? 0);
}
