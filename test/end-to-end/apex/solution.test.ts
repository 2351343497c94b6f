import { join } from 'node:path';
import { temporaryFolder } from '../testing/run-folder';
import type { RunningOrg } from '../testing/running-org';
import { Sf } from '../testing/sf';
import { startCopy } from '../testing/shared-hub';

/** Least share of the lines that the tests of the solution run, in percent. */
const LEAST_COVERAGE_PERCENT = 90;

interface TestRun {
  readonly summary: {
    readonly outcome: string;
    readonly testsRan: number;
    readonly orgWideCoverage: string;
  };
  readonly tests: readonly {
    readonly FullName: string;
    readonly Outcome: string;
    readonly Message: string | null;
  }[];
  readonly coverage: {
    readonly coverage: readonly { readonly name: string; readonly coveredPercent: number }[];
  };
}

const root = temporaryFolder();
let org: RunningOrg;
let run: TestRun;

beforeAll(async () => {
  org = await startCopy(join(root, 'state'));
  const sf = new Sf(join(root, 'home'));
  expect((await sf.logIn(org)).code).toBe(0);
  const args = ['apex', 'run', 'test', '--test-level', 'RunLocalTests', '--code-coverage', '--wait', '10'];
  const answer = await sf.json<TestRun>(...args);
  if (!answer.result) throw new Error(JSON.stringify(answer).slice(0, 3000));
  run = answer.result;
}, 300_000);

describe('the Apex of the solution, run by sf in an org that holds its data', () => {
  it('passes all of its tests', () => {
    const failures = run.tests.filter(({ Outcome }) => Outcome !== 'Pass');
    expect(failures.map(({ FullName, Message }) => `${FullName}: ${Message}`)).toEqual([]);
    expect(run.summary.testsRan).toBeGreaterThan(100);
  });

  it(`is covered by its tests: ${LEAST_COVERAGE_PERCENT} % at least, and no class below 75 %`, () => {
    expect(Number.parseInt(run.summary.orgWideCoverage, 10)).toBeGreaterThanOrEqual(LEAST_COVERAGE_PERCENT);
    expect(run.coverage.coverage.filter(({ coveredPercent }) => coveredPercent < 75)).toEqual([]);
  });
});
