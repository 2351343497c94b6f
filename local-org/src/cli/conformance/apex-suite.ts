import { basename, resolve } from 'node:path';
import { deployProject, withPublicProject } from './public-project';
import type { SalesforceCli } from './salesforce-cli';

/** A test that did not pass. */
export interface SuiteFailure {
  readonly test: string;
  readonly message: string;
}

/** What became of a public project: its deploy, then its tests. */
export interface SuiteReport {
  readonly suite: string;
  readonly deployed: boolean;
  /** Components that were refused: `ApexClass Deals:12: Invalid type: Foo`. */
  readonly problems: readonly string[];
  readonly tests: number;
  readonly passed: number;
  readonly failures: readonly SuiteFailure[];
}

interface TestAnswer {
  readonly tests?: readonly {
    readonly FullName: string;
    readonly Outcome: string;
    readonly Message: string | null;
    readonly StackTrace: string | null;
  }[];
}

/** Longest wait for tests, in minutes. */
const TEST_WAIT_MINUTES = '30';

/** What is deployed besides the checkout. */
export interface SuiteOptions {
  /** Folders of the checkout; default the package directories of sfdx-project.json, or all of it when there is none. */
  readonly folders?: readonly string[] | undefined;
  /** Checkouts that the project needs. */
  readonly needs?: readonly string[] | undefined;
  /** Permission sets of the project that its instructions give to the user who runs the tests. */
  readonly permissionSets?: readonly string[] | undefined;
}

/**
 * Deploys a copy of a checkout to a fresh org with the unmodified Salesforce CLI, and runs all its tests. Nothing is kept.
 * @throws LocalOrgError FILE_MISSING when the path is no folder
 */
export function runApexSuite(
  path: string,
  { folders, needs = [], permissionSets = [] }: SuiteOptions = {},
): Promise<SuiteReport> {
  const checkouts = [...needs.map((need) => ({ path: need })), { path, folders }];
  return withPublicProject(checkouts, ({ cli }) =>
    deployAndTest(cli, basename(resolve(path)), permissionSets),
  );
}

async function deployAndTest(
  cli: SalesforceCli,
  suite: string,
  permissionSets: readonly string[],
): Promise<SuiteReport> {
  const problems = await deployProject(cli);
  if (problems.length > 0) return { suite, deployed: false, problems, tests: 0, passed: 0, failures: [] };
  for (const name of permissionSets) await cli.onOrg('org', 'assign', 'permset', '--name', name);
  const run = await cli.onOrg<TestAnswer>(
    ...['apex', 'run', 'test', '--test-level', 'RunLocalTests', '--wait', TEST_WAIT_MINUTES],
  );
  const tests = run.result.tests ?? [];
  const failures = tests
    .filter(({ Outcome }) => Outcome !== 'Pass')
    .map(({ FullName, Message, StackTrace }) => ({
      test: FullName,
      message: [Message, StackTrace].filter(Boolean).join('\n'),
    }));
  const passed = tests.length - failures.length;
  return { suite, deployed: true, problems: [], tests: tests.length, passed, failures };
}
