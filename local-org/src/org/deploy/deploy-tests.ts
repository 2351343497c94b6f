import type { ApexService, TestClassOutcome, TestOutcome, TestSelection, UnitCoverage } from '../../apex';
import { coverageResult, percentOf } from '../../apex';
import type { RunningUser } from '../../execution';
import type {
  DeployCoverageWarning,
  DeployOptions,
  DeployTest,
  DeployTestFailure,
  DeployTestResult,
  PackageComponent,
} from '../../metadata';
import { relevantTests } from './relevant-tests';

/** Share of lines that tests of a deploy must run. @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_code_coverage_intro.htm */
const REQUIRED_PERCENT = 75;

const APEX_TYPES: Readonly<Record<string, UnitCoverage['kind']>> = {
  ApexClass: 'class',
  ApexTrigger: 'trigger',
};

/**
 * Runs the tests that a deploy asks for, on the org that it leads to.
 * @returns null when the level runs none
 */
export function runDeployTests(
  { apexService }: { readonly apexService: ApexService },
  options: DeployOptions,
  changed: readonly PackageComponent[],
  user: RunningUser,
): DeployTestResult | null {
  const selection = selectionOf(options, changed, apexService);
  if (!selection) return null;
  const { classes, totalTimeMs } = apexService.tests.runNow({ selection, skipCoverage: false }, user);
  const coverage = apexService.tests.coverage.unitsOf(classes);
  const tests = classes.flatMap((outcome: TestClassOutcome) => outcome.tests);
  const failed = tests.filter(({ outcome }) => outcome !== 'Pass');
  const ids = apexService.classIds();
  return {
    numTestsRun: tests.length,
    numFailures: failed.length,
    totalTime: totalTimeMs,
    successes: tests.filter(({ outcome }) => outcome === 'Pass').map((test) => testOf(test, ids)),
    failures: failed.map((test) => failureOf(test, ids)),
    codeCoverage: coverage.map(coverageResult),
    codeCoverageWarnings: tests.length === 0 ? [] : warningsOf(options, changed, coverage),
  };
}

/** Whether the tests of a deploy let it go on. */
export function passed(tests: DeployTestResult | null): boolean {
  return tests === null || (tests.numFailures === 0 && tests.codeCoverageWarnings.length === 0);
}

function selectionOf(
  { testLevel, runTests }: DeployOptions,
  changed: readonly PackageComponent[],
  apex: ApexService,
): TestSelection | null {
  switch (testLevel) {
    case 'RunLocalTests':
    case 'RunAllTestsInOrg':
      return { level: 'all' };
    case 'RunSpecifiedTests':
      return { level: 'named', tests: runTests.map(namedTest) };
    case 'RunRelevantTests':
      return { level: 'named', tests: relevantTests(apex, changed).map((className) => ({ className })) };
    default:
      return runTests.length > 0 ? { level: 'named', tests: runTests.map(namedTest) } : null;
  }
}

/** `DealTest`, or one method of it: `DealTest.shouldClose`. */
function namedTest(name: string): { readonly className: string; readonly methodNames?: readonly string[] } {
  const [className = '', methodName] = name.trim().split('.');
  return { className, ...(methodName !== undefined && { methodNames: [methodName] }) };
}

/**
 * Named tests must cover each class and trigger of the deploy; all tests the org as a whole, and each trigger somewhat.
 */
function warningsOf(
  { testLevel }: DeployOptions,
  changed: readonly PackageComponent[],
  coverage: readonly UnitCoverage[],
): DeployCoverageWarning[] {
  if (testLevel === 'RunLocalTests' || testLevel === 'RunAllTestsInOrg') return orgWarnings(coverage);
  const deployed = new Set(
    changed.flatMap(({ type, fullName }) => {
      const kind = APEX_TYPES[type];
      return kind ? [`${kind}:${fullName.toLowerCase()}`] : [];
    }),
  );
  return coverage
    .filter(({ kind, name }) => deployed.has(`${kind}:${name.toLowerCase()}`))
    .filter((unit) => percentOf([unit]) < REQUIRED_PERCENT)
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      message: `Test coverage of selected Apex Classes and Triggers is ${percentOf([unit])}%, at least ${REQUIRED_PERCENT}% test coverage is required`,
    }));
}

function orgWarnings(coverage: readonly UnitCoverage[]): DeployCoverageWarning[] {
  const average = percentOf(coverage);
  const untested = coverage.filter(({ kind, covered }) => kind === 'trigger' && covered.length === 0);
  return [
    ...(average < REQUIRED_PERCENT
      ? [
          {
            id: null,
            name: null,
            message: `Average test coverage across all Apex Classes and Triggers is ${average}%, at least ${REQUIRED_PERCENT}% test coverage is required.`,
          },
        ]
      : []),
    ...untested.map(({ id, name }) => ({
      id,
      name,
      message: 'Test coverage of selected Apex Trigger is 0%, at least 1% test coverage is required',
    })),
  ];
}

function testOf(test: TestOutcome, ids: ReadonlyMap<string, string>): DeployTest {
  return {
    id: ids.get(test.className.toLowerCase()) ?? '',
    name: test.className,
    methodName: test.methodName,
    seeAllData: test.seeAllData,
    time: test.runTimeMs,
  };
}

function failureOf(test: TestOutcome, ids: ReadonlyMap<string, string>): DeployTestFailure {
  return {
    ...testOf(test, ids),
    message: test.message ?? '',
    stackTrace: test.stackTrace ?? '',
    packageName: test.className,
    type: 'Class',
  };
}
