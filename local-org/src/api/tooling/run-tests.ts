import type { NamedTests, TestClassOutcome, TestOutcome, TestRunReport, TestRunRequest } from '../../apex';
import { coverageResult } from '../../apex';
import { ApiError } from '../../core';
import type { LocalOrg } from '../../org';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';

type Body = Readonly<Record<string, unknown>>;

/** Levels that mean every test there is: the local org has no packages. */
const ALL_LEVELS: ReadonlySet<unknown> = new Set(['RunLocalTests', 'RunAllTestsInOrg']);

/**
 * `POST /tooling/runTestsSynchronous`: runs tests and answers their results.
 * @throws ApiError INVALID_INPUT for a class without tests
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm
 */
export function runTestsSynchronous(request: RestRequest, deps: ApiDeps): RestResponse {
  const { user } = request.context;
  const run = runRequestOf(request, deps.org);
  const report = deps.org.apexService.tests.runNow(run, user);
  return ok(runTestsResult(report, deps.org, run.skipCoverage));
}

/** `POST /tooling/runTestsAsynchronous`: puts tests into the queue and answers the id of the run. */
export function runTestsAsynchronous(request: RestRequest, deps: ApiDeps): RestResponse {
  const run = runRequestOf(request, deps.org);
  return ok(deps.org.apexService.tests.start(run, request.context.user));
}

/** `GET /tooling/runTestsAsynchronous?classids=` and its like take the same as query parameters. */
function runRequestOf(request: RestRequest, org: LocalOrg): TestRunRequest {
  const body: Body =
    request.method === 'GET' ? Object.fromEntries(request.query) : objectOf(request.body.json());
  const maxFailures = Number(body['maxFailedTests'] ?? -1);
  return {
    selection: ALL_LEVELS.has(body['testLevel'])
      ? { level: 'all' }
      : { level: 'named', tests: namedTests(body, org) },
    skipCoverage: body['skipCodeCoverage'] === true || body['skipCodeCoverage'] === 'true',
    ...(maxFailures >= 0 && { maxFailures }),
  };
}

function namedTests(body: Body, org: LocalOrg): NamedTests[] {
  const tests = Array.isArray(body['tests'])
    ? body['tests'].map((test) => namedTest(objectOf(test), org))
    : [];
  const named = [
    ...listOf(body['classNames']),
    ...listOf(body['classids']).map((id) => classNameOf(id, org)),
    ...suiteClasses(body, org),
  ];
  return [...tests, ...named.map((className) => ({ className }))];
}

function namedTest(test: Body, org: LocalOrg): NamedTests {
  const { className, classId, testMethods } = test;
  const name = typeof className === 'string' ? className : classNameOf(textOf(classId) ?? '', org);
  return { className: name, ...(Array.isArray(testMethods) && { methodNames: testMethods.map(String) }) };
}

/** @throws ApiError INVALID_INPUT */
function classNameOf(id: string, { store }: LocalOrg): string {
  const row = store
    .prepare('SELECT "Name" AS name FROM "ApexClass" WHERE substr("Id", 1, 15) = ?')
    .get(id.slice(0, 15));
  if (row) return (row as { readonly name: string }).name;
  throw new ApiError('INVALID_INPUT', `Invalid class id: ${id}`);
}

/** Classes of the suites that are named. */
function suiteClasses(body: Body, org: LocalOrg): string[] {
  const { records } = org.apexService;
  const names = new Set(listOf(body['suiteNames']).map((name) => name.toLowerCase()));
  const ids = new Set([
    ...listOf(body['suiteids']),
    ...records
      .all('ApexTestSuite')
      .filter((suite) => names.has(String(suite['TestSuiteName']).toLowerCase()))
      .map((suite) => String(suite['Id'])),
  ]);
  return records
    .all('TestSuiteMembership')
    .filter((membership) => ids.has(String(membership['ApexTestSuiteId'])))
    .map((membership) => classNameOf(String(membership['ApexClassId']), org));
}

function objectOf(value: unknown): Body {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw malformedBody('An object is expected');
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `a,b` or `['a', 'b']`. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return (textOf(value) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Results of a run in the platform's shape. */
export function runTestsResult(
  { classes, totalTimeMs, apexLogId }: TestRunReport,
  org: LocalOrg,
  skipCoverage: boolean,
): Readonly<Record<string, unknown>> {
  const tests = classes.flatMap((outcome: TestClassOutcome) => outcome.tests);
  const failures = tests.filter(({ outcome }) => outcome !== 'Pass');
  return {
    apexLogId,
    codeCoverage: skipCoverage
      ? []
      : org.apexService.tests.coverage.units().map((unit) => ({ ...coverageResult(unit), namespace: null })),
    codeCoverageWarnings: [],
    failures: failures.map((test) => failureEntry(test, org)),
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failures.length,
    numTestsRun: tests.length,
    successes: tests.filter(({ outcome }) => outcome === 'Pass').map((test) => testEntry(test, org)),
    totalTime: totalTimeMs,
  };
}

function testEntry(test: TestOutcome, org: LocalOrg): Readonly<Record<string, unknown>> {
  return {
    id: idOfClass(test.className, org),
    methodName: test.methodName,
    name: test.className,
    namespace: null,
    seeAllData: test.seeAllData,
    time: test.runTimeMs,
  };
}

function failureEntry(test: TestOutcome, org: LocalOrg): Readonly<Record<string, unknown>> {
  return {
    ...testEntry(test, org),
    message: test.message,
    packageName: test.className,
    stackTrace: test.stackTrace,
    type: 'Class',
  };
}

function idOfClass(name: string, { store }: LocalOrg): string | null {
  const row = store.prepare('SELECT "Id" AS id FROM "ApexClass" WHERE "Name" = ? COLLATE NOCASE').get(name);
  return (row as { readonly id: string } | undefined)?.id ?? null;
}
