import type { RunningUser } from '../../execution';
import type { DebugLog } from '../runtime/debug-log';
import { discoverTests } from './discover-tests';
import { runTestClass, type TestServices } from './run-test-class';
import { selectTests, type SelectedTests, type TestSelection } from './select-tests';
import type { TestClassOutcome } from './test-outcome';

/** How tests run. */
export interface TestRunOptions {
  readonly user: RunningUser;
  readonly coverage: boolean;
  /** Where a class's events go. */
  readonly logFor?: ((className: string) => DebugLog | undefined) | undefined;
  /** Further tests are left out once so many have failed; absent for no limit. */
  readonly maxFailures?: number | undefined;
}

/** The tests of the code as it is deployed now. @throws ApiError INVALID_INPUT for names that are none */
export function findTests(services: TestServices, selection: TestSelection): SelectedTests[] {
  return selectTests(discoverTests(services.engine.code().classes), selection);
}

/** Runs tests, one class after the other. */
export function runTests(
  services: TestServices,
  selected: readonly SelectedTests[],
  { user, coverage, logFor, maxFailures }: TestRunOptions,
): TestClassOutcome[] {
  let failures = 0;
  const outcomes: TestClassOutcome[] = [];
  for (const { testClass, methodNames } of selected) {
    if (maxFailures !== undefined && failures > maxFailures) break;
    const run = { testClass, methodNames, user, log: logFor?.(testClass.name) };
    const outcome = coverage
      ? services.engine.withCoverage((counters) => runTestClass(services, { ...run, counters }))
      : runTestClass(services, run);
    failures += outcome.tests.filter(({ outcome: name }) => name !== 'Pass' && name !== 'Skip').length;
    outcomes.push(outcome);
  }
  return outcomes;
}
