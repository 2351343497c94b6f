import type { DeployMessage, DeployResult, DeployTestResult } from '../../metadata';

const NO_TESTS = { numFailures: 0, numTestsRun: 0, totalTime: 0 };

/** A deploy result as both SOAP and REST answer it; absent values are left out. */
export function deployResultBody(result: DeployResult, includeDetails: boolean) {
  const { successes, failures, tests, ...summary } = result;
  return {
    ...summary,
    runTestsEnabled: tests !== null,
    ...(includeDetails
      ? {
          details: {
            componentFailures: failures.map(messageBody),
            componentSuccesses: successes.map(messageBody),
            runTestResult: tests === null ? NO_TESTS : testResultBody(tests),
          },
        }
      : {}),
  };
}

function messageBody(message: DeployMessage) {
  const { id, ...rest } = message;
  return { ...rest, ...(id === null ? {} : { id }), warning: message.problemType === 'Warning' };
}

/** Lists and their entries as plain objects, which both forms of the answer write. */
function testResultBody({
  successes,
  failures,
  codeCoverage,
  codeCoverageWarnings,
  ...counts
}: DeployTestResult) {
  return {
    ...counts,
    successes: successes.map((test) => ({ ...test })),
    failures: failures.map((test) => ({ ...test })),
    codeCoverage: codeCoverage.map(({ locationsNotCovered, ...unit }) => ({
      ...unit,
      locationsNotCovered: locationsNotCovered.map((location) => ({ ...location })),
    })),
    codeCoverageWarnings: codeCoverageWarnings.map((warning) => ({ ...warning })),
  };
}
