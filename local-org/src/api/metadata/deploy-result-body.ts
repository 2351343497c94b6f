import type { DeployMessage, DeployResult } from '../../metadata';

/** A deploy result as both SOAP and REST answer it; absent values are left out. */
export function deployResultBody(result: DeployResult, includeDetails: boolean) {
  const { successes, failures, ...summary } = result;
  return {
    ...summary,
    runTestsEnabled: false,
    ...(includeDetails
      ? {
          details: {
            componentFailures: failures.map(messageBody),
            componentSuccesses: successes.map(messageBody),
            runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
          },
        }
      : {}),
  };
}

function messageBody(message: DeployMessage) {
  const { id, ...rest } = message;
  return { ...rest, ...(id === null ? {} : { id }), warning: message.problemType === 'Warning' };
}
