import type { RunningUser } from '../../execution';
import type {
  DeployMessage,
  DeployOptions,
  DeployResult,
  DeployStatus,
  DeployTestResult,
} from '../../metadata';

/** A deploy from its request to its end. */
export interface DeployRecord {
  readonly id: string;
  readonly options: DeployOptions;
  /** Emptied when the deploy is over, unless a later one may take it over. */
  zip: Uint8Array;
  readonly user: RunningUser;
  readonly userName: string;
  /** ISO 8601, UTC. */
  readonly createdDate: string;
  status: DeployStatus;
  startDate?: string;
  completedDate?: string;
  successes: readonly DeployMessage[];
  failures: readonly DeployMessage[];
  /** Null before tests ran, and when none run. */
  tests: DeployTestResult | null;
  errorMessage?: string;
  errorStatusCode?: string;
  /** Set by a validation that a later deploy may take over. */
  validated: boolean;
}

const FINAL: ReadonlySet<DeployStatus> = new Set(['Succeeded', 'SucceededPartial', 'Failed', 'Canceled']);

/** Whether nothing more will happen to a deploy. */
export function isFinal(status: DeployStatus): boolean {
  return FINAL.has(status);
}

/** The record in the platform's shape. */
export function toDeployResult(record: DeployRecord): DeployResult {
  const done = isFinal(record.status);
  return {
    id: record.id,
    status: record.status,
    done,
    success: record.status === 'Succeeded' || record.status === 'SucceededPartial',
    checkOnly: record.options.checkOnly,
    rollbackOnError: record.options.rollbackOnError,
    ignoreWarnings: record.options.ignoreWarnings,
    numberComponentsTotal: componentCount(record.successes) + componentCount(record.failures),
    numberComponentsDeployed: componentCount(record.successes),
    numberComponentErrors: componentCount(record.failures),
    numberTestsTotal: record.tests?.numTestsRun ?? 0,
    numberTestsCompleted: (record.tests?.numTestsRun ?? 0) - (record.tests?.numFailures ?? 0),
    numberTestErrors: record.tests?.numFailures ?? 0,
    createdBy: record.user.id,
    createdByName: record.userName,
    createdDate: record.createdDate,
    lastModifiedDate: record.completedDate ?? record.startDate ?? record.createdDate,
    ...(record.startDate ? { startDate: record.startDate } : {}),
    ...(record.completedDate ? { completedDate: record.completedDate } : {}),
    ...(record.errorMessage ? { errorMessage: record.errorMessage } : {}),
    ...(record.errorStatusCode ? { errorStatusCode: record.errorStatusCode } : {}),
    successes: record.successes,
    failures: record.failures,
    tests: record.tests,
  };
}

/** Components without the row of package.xml, which has no type. */
function componentCount(messages: readonly DeployMessage[]): number {
  return messages.filter((message) => message.componentType !== '').length;
}
