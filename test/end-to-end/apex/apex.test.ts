import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/run-folder';
import { RunningOrg } from '../testing/running-org';
import { fileIn, Sf } from '../testing/sf';

/** Answer of `sf apex run test`. */
interface TestRun {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly tests: readonly {
    readonly FullName: string;
    readonly Outcome: string;
    readonly Message: string | null;
    readonly StackTrace: string | null;
  }[];
  readonly coverage?: {
    readonly coverage: readonly { readonly name: string; readonly coveredPercent: number }[];
  };
}

interface DeployAnswer {
  readonly status: string;
  readonly details: {
    readonly runTestResult?: {
      readonly numFailures: number;
      readonly failures: readonly { readonly methodName: string; readonly message: string }[];
    };
  };
  readonly files: readonly {
    readonly fullName: string;
    readonly state: string;
    readonly error?: string;
    readonly lineNumber?: number;
  }[];
}

const root = temporaryFolder();
const project = join(root, 'project');
const classes = join(project, 'force-app/main/default/classes');
let org: RunningOrg;
let sf: Sf;

const META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n<apiVersion>67.0</apiVersion>\n<status>Active</status>\n</ApexClass>\n';

function writeClass(name: string, body: string): void {
  writeFileSync(fileIn(classes, `${name}.cls`), body);
  writeFileSync(fileIn(classes, `${name}.cls-meta.xml`), META);
}

const PARCELS = `@RestResource(urlMapping='/parcels/*')
global with sharing class Parcels {
  public static String size(Integer weight) {
    if (weight > 10) {
      return 'large';
    }
    return 'small';
  }
  @HttpPost
  global static Map<String, String> measure(List<Integer> weights) {
    Map<String, String> sizes = new Map<String, String>();
    for (Integer weight : weights) {
      sizes.put(String.valueOf(weight), size(weight));
    }
    return sizes;
  }
}
`;

const parcelsTest = (expected: string): string => `@IsTest
private class ParcelsTest {
  @IsTest
  static void shouldMeasure() {
    Assert.areEqual('${expected}', Parcels.size(11));
    Assert.areEqual('small', Parcels.size(1));
    Assert.areEqual(2, Parcels.measure(new List<Integer>{ 1, 20 }).size());
  }
}
`;

beforeAll(async () => {
  mkdirSync(project, { recursive: true });
  writeFileSync(
    join(project, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' }),
  );
  writeClass('Parcels', PARCELS);
  writeClass('ParcelsTest', parcelsTest('huge'));
  org = await RunningOrg.start(join(root, 'state'));
  sf = new Sf(join(root, 'home')).in(project);
  expect((await sf.logIn(org)).code).toBe(0);
}, 60_000);

const deploy = (...args: readonly string[]) =>
  sf.json<DeployAnswer>('project', 'deploy', 'start', '--source-dir', 'force-app', ...args);

describe('sf with Apex', () => {
  it('deploy start --test-level: a test that fails keeps the classes out', async () => {
    const { status, result } = await deploy('--test-level', 'RunLocalTests');
    expect([status, result.status, result.details.runTestResult?.numFailures]).toEqual([1, 'Failed', 1]);
    const failures = [result.details.runTestResult?.failures ?? []].flat();
    expect(failures).toEqual([
      expect.objectContaining({
        methodName: 'shouldMeasure',
        message: 'System.AssertException: Assertion Failed: Expected: huge, Actual: large',
      }),
    ]);
    expect(await sf.result('data', 'query', '--query', 'SELECT Id FROM ApexClass')).toMatchObject({
      totalSize: 0,
    });
  }, 60_000);

  it('deploy start: what does not compile is told with its line', async () => {
    writeClass('Broken', 'public class Broken {\n  Missing field;\n}\n');
    const { status, result } = await deploy();
    writeClass('Broken', 'public class Broken {\n}\n');
    expect(status).toBe(1);
    expect(result.files).toContainEqual(
      expect.objectContaining({
        fullName: 'Broken',
        state: 'Failed',
        lineNumber: 2,
        error: expect.stringContaining('Invalid type: Missing'),
      }),
    );
  }, 60_000);

  it('deploy start --test-level: tests that pass let them in', async () => {
    writeClass('ParcelsTest', parcelsTest('large'));
    const { status, result } = await deploy('--test-level', 'RunSpecifiedTests', '--tests', 'ParcelsTest');
    expect([status, result.status]).toEqual([0, 'Succeeded']);
  }, 60_000);

  it('apex run: prints the log of a block', async () => {
    const file = fileIn(root, 'block.apex');
    writeFileSync(file, "System.debug(Parcels.size(12));\ninsert new Account(Name = 'From a block');\n");
    const { result } = await sf.json<{ logs: string; success: boolean }>('apex', 'run', '--file', file);
    expect(result.success).toBe(true);
    expect(result.logs).toMatch(/\|USER_DEBUG\|\[1\]\|DEBUG\|large/);
  }, 60_000);

  it.each([
    [
      'what does not compile',
      'Integer one = 1;\none.unknown();\n',
      'executeCompileFailure',
      'Line 2 column 5',
    ],
    [
      'what is thrown',
      'Integer none = 1 / 0;\n',
      'executeRuntimeFailure',
      'System.MathException: Divide by 0',
    ],
    [
      'which limit is exceeded',
      "for (Integer i = 0; i < 151; i++) insert new Account(Name = 'Many');\n",
      'executeRuntimeFailure',
      'System.LimitException: Too many DML statements: 151',
    ],
  ])(
    'apex run: fails and tells %s',
    async (_what, source, name, text) => {
      const file = fileIn(root, 'failing.apex');
      writeFileSync(file, source);
      const { status, ...answer } = await sf.json('apex', 'run', '--file', file);
      expect([status, answer.name]).toEqual([1, name]);
      expect(answer.message).toContain(text);
    },
    60_000,
  );

  it.each([
    ['--synchronous', ['--synchronous', '--tests', 'ParcelsTest']],
    ['in the queue', ['--test-level', 'RunLocalTests', '--wait', '5']],
  ])(
    'apex run test %s: results and coverage',
    async (_how, args) => {
      const { status, result } = await sf.json<TestRun>('apex', 'run', 'test', '--code-coverage', ...args);
      expect([status, result.summary['outcome'], result.summary['passing']]).toEqual([0, 'Passed', 1]);
      expect(result.tests).toMatchObject([{ FullName: 'ParcelsTest.shouldMeasure', Outcome: 'Pass' }]);
      expect(result.coverage?.coverage).toMatchObject([{ name: 'Parcels', coveredPercent: 100 }]);
    },
    60_000,
  );

  it('apex run test and get test: write the run as JUnit and TAP, and for people', async () => {
    const folder = join(root, 'results');
    const run = ['--tests', 'ParcelsTest', '--wait', '5', '--target-org', 'end-to-end'];
    await sf.run('apex', 'run', 'test', ...run, '--result-format', 'junit', '--output-dir', folder);
    const runId = readFileSync(join(folder, 'test-run-id.txt'), 'utf8').trim();
    const xml = readFileSync(join(folder, `test-result-${runId}-junit.xml`), 'utf8');
    expect(xml).toContain('<testcase name="shouldMeasure" classname="ParcelsTest"');
    const get = ['apex', 'get', 'test', '--test-run-id', runId, '--target-org', 'end-to-end'];
    const tap = await sf.run(...get, '--result-format', 'tap');
    expect([tap.code, tap.stdout]).toEqual([0, expect.stringContaining('ok 1 ParcelsTest.shouldMeasure')]);
    const human = await sf.run(...get, '--code-coverage', '--result-format', 'human');
    expect([human.code, human.stdout]).toEqual([0, expect.stringMatching(/Parcels +100%/)]);
  }, 60_000);

  it('apex list log and get log: the logs of a traced user', async () => {
    const connection = org.connect();
    const { user_id: userId } = await connection.identity();
    const level = (await connection.tooling.create('DebugLevel', {
      DeveloperName: 'End_To_End',
      MasterLabel: 'End to end',
      ApexCode: 'FINEST',
    } as never)) as unknown as { id: string };
    await connection.tooling.create('TraceFlag', {
      TracedEntityId: userId,
      LogType: 'DEVELOPER_LOG',
      DebugLevelId: level.id,
      ExpirationDate: '2099-01-01T00:00:00.000Z',
    } as never);
    const file = fileIn(root, 'traced.apex');
    writeFileSync(file, "System.debug('traced');\n");
    await sf.run('apex', 'run', '--file', file, '--target-org', 'end-to-end');
    const logs = await sf.result<{ Id: string; Status: string }[]>('apex', 'list', 'log');
    expect(logs[0]).toMatchObject({ Status: 'Success' });
    const [log] = await sf.result<{ log: string }[]>('apex', 'get', 'log', '--number', '1');
    expect(log?.log).toContain('|USER_DEBUG|[1]|DEBUG|traced');
  }, 60_000);

  it('apex tail log: prints the logs of the user as they come', async () => {
    const tail = sf.start('apex', 'tail', 'log', '--target-org', 'end-to-end');
    const { tooling } = org.connect();
    // It does not say when it has begun to listen.
    const isHeard = async (): Promise<boolean> => {
      await tooling.executeAnonymous("System.debug('followed');");
      return tail.stdout.includes('|USER_DEBUG|[1]|DEBUG|followed');
    };
    await tail.until(isHeard);
    tail.kill();
    expect((await tail.ended).stdout).toContain('|USER_DEBUG|[1]|DEBUG|followed');
  }, 60_000);

  it('jsforce reaches Apex REST', async () => {
    const sizes = await org.connect().apex.post('/parcels/', { weights: [3, 30] } as never);
    expect(sizes).toEqual({ '3': 'small', '30': 'large' });
  }, 60_000);
});
