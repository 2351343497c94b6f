import { SoapClient } from '../soap/testing/soap-client';
import { elementOf, textOf } from '../soap/soap-envelope';
import { apexClasses } from '../testing/apex-package';
import { RunningApi, type Answer } from '../testing/running-api';

const SOURCES = {
  Grades: `public class Grades {
  public static String of(Integer score) {
    if (score > 50) {
      return 'good';
    }
    return 'bad';
  }
}`,
  GradesTest: `@IsTest
private class GradesTest {
  @IsTest
  static void shouldPass() {
    Assert.areEqual('good', Grades.of(60));
  }
  @IsTest
  static void shouldFail() {
    Assert.areEqual('good', Grades.of(10), 'no luck');
  }
}`,
};

interface Rows {
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

describe('Apex by Tooling API', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(apexClasses(SOURCES));
  });
  afterAll(() => api.stop());

  const rows = async (soql: string): Promise<Rows['records']> => {
    const { status, body } = await api.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return (body as Rows).records.map(({ attributes: _attributes, ...fields }) => fields);
  };
  const anonymous = (source: string): Promise<Answer> =>
    api.call('GET', `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);

  it('executeAnonymous: runs a block', async () => {
    const { body } = await anonymous("insert new Account(Name = 'Made by a block');");
    expect(body).toEqual({
      line: -1,
      column: -1,
      compiled: true,
      success: true,
      compileProblem: null,
      exceptionMessage: null,
      exceptionStackTrace: null,
    });
    expect((await api.query('SELECT Name FROM Account')).totalSize).toBe(1);
  });

  it('executeAnonymous: tells what does not compile, and what was thrown', async () => {
    expect((await anonymous('Integer a = 1;\nunknown();')).body).toMatchObject({
      compiled: false,
      success: false,
      line: 2,
    });
    const { body } = await anonymous("\nthrow new IllegalArgumentException('odd');");
    expect(body).toMatchObject({
      compiled: true,
      success: false,
      line: 2,
      exceptionMessage: 'System.IllegalArgumentException: odd',
      exceptionStackTrace: 'AnonymousBlock: line 2, column 1',
    });
  });

  it('executeAnonymous over SOAP: brings the log along', async () => {
    const soap = new SoapClient(api, '/services/Soap/s/67.0');
    const header = '<DebuggingHeader><debugLevel>DEBUGONLY</debugLevel></DebuggingHeader>';
    const { xml, content } = await soap.call(
      'executeAnonymous',
      "<apexcode>System.debug('hello');</apexcode>",
      header,
    );
    const result = elementOf(content['result']);
    expect([result['compiled'], result['success'], result['line']].map(textOf)).toEqual([
      'true',
      'true',
      '-1',
    ]);
    const [, log = ''] = /<debugLog>([\s\S]*)<\/debugLog>/.exec(xml) ?? [];
    expect(log).toMatch(
      /^67.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO\nExecute Anonymous: System.debug\(&apos;hello&apos;\);\n/,
    );
    expect(log).toMatch(/\n12:00:00\.\d+ \(\d+\)\|USER_DEBUG\|\[1\]\|DEBUG\|hello\n/);
    expect((await soap.call('executeAnonymous', '<apexcode>a</apexcode>')).xml).not.toContain('debugLog');
  });

  it('runTestsSynchronous: answers results and coverage', async () => {
    const { body } = await api.call('POST', '/tooling/runTestsSynchronous', {
      tests: [{ className: 'GradesTest' }],
      testLevel: 'RunSpecifiedTests',
      skipCodeCoverage: false,
    });
    expect(body).toMatchObject({
      numTestsRun: 2,
      numFailures: 1,
      successes: [{ name: 'GradesTest', methodName: 'shouldPass', namespace: null, seeAllData: false }],
      failures: [
        {
          methodName: 'shouldFail',
          message: 'System.AssertException: Assertion Failed: no luck: Expected: good, Actual: bad',
          stackTrace: expect.stringContaining('Class.GradesTest.shouldFail: line 9, column 1'),
          type: 'Class',
        },
      ],
      codeCoverage: [{ name: 'Grades', type: 'Class', numLocations: 3, numLocationsNotCovered: 0 }],
    });
    expect(
      await rows('SELECT ApexClassOrTrigger.Name, TestMethodName, Coverage FROM ApexCodeCoverage'),
    ).toMatchObject([
      { ApexClassOrTrigger: { Name: 'Grades' }, Coverage: { coveredLines: [3, 4], uncoveredLines: [6] } },
      { TestMethodName: 'shouldFail', Coverage: { coveredLines: [3, 6], uncoveredLines: [4] } },
    ]);
    expect(await rows('SELECT NumLinesCovered, NumLinesUncovered FROM ApexCodeCoverageAggregate')).toEqual([
      { NumLinesCovered: 3, NumLinesUncovered: 0 },
    ]);
    expect(await rows('SELECT PercentCovered FROM ApexOrgWideCoverage')).toEqual([{ PercentCovered: 100 }]);
  });

  it('runTestsAsynchronous: the run is followed by its records', async () => {
    const { body: jobId } = await api.call('POST', '/tooling/runTestsAsynchronous', {
      tests: [{ className: 'GradesTest', testMethods: ['shouldPass'] }],
    });
    expect(jobId).toMatch(/^707/);
    const runs = `SELECT Status, ClassesEnqueued, ClassesCompleted FROM ApexTestRunResult WHERE AsyncApexJobId = '${String(jobId)}'`;
    expect(await rows(runs)).toEqual([{ Status: 'Queued', ClassesEnqueued: 1, ClassesCompleted: 0 }]);
    api.org.jobs.runDue();
    expect(await rows(runs)).toEqual([{ Status: 'Completed', ClassesEnqueued: 1, ClassesCompleted: 1 }]);
    const items = await rows(
      `SELECT Id, Status, ApexClassId, TestRunResultId FROM ApexTestQueueItem WHERE ParentJobId = '${String(jobId)}'`,
    );
    expect(items).toMatchObject([{ Status: 'Completed', TestRunResultId: expect.stringMatching(/^05m/) }]);
    const results = await rows(
      `SELECT MethodName, Outcome, ApexClass.Name, IsTestSetup FROM ApexTestResult WHERE QueueItemId = '${String(items[0]?.['Id'])}'`,
    );
    expect(results).toMatchObject([
      { MethodName: 'shouldPass', Outcome: 'Pass', ApexClass: { Name: 'GradesTest' } },
    ]);
  });

  it('tests of an unknown class are refused', async () => {
    const { status, body } = await api.call('POST', '/tooling/runTestsSynchronous', {
      tests: [{ className: 'Nothing' }],
    });
    expect([status, (body as [{ errorCode: string }])[0].errorCode]).toEqual([400, 'INVALID_INPUT']);
  });

  it('a traced user gets debug logs', async () => {
    const [user] = (await api.query('SELECT Id FROM User')).records;
    const { body: level } = await api.call('POST', '/tooling/sobjects/DebugLevel', {
      developerName: 'Console',
      MasterLabel: 'Console',
      ApexCode: 'FINEST',
      Database: 'INFO',
      ApexProfiling: 'INFO',
    });
    const { status } = await api.call('POST', '/tooling/sobjects/TraceFlag', {
      tracedentityid: user?.['Id'],
      logtype: 'DEVELOPER_LOG',
      debuglevelid: (level as { id: string }).id,
      StartDate: api.clock.now(),
      ExpirationDate: new Date(api.clock.now() + 60_000).toUTCString(),
    });
    expect(status).toBe(201);
    expect(
      await rows(
        `SELECT logtype, debuglevel.apexcode FROM TraceFlag WHERE TracedEntityId = '${String(user?.['Id'])}' ORDER BY CreatedDate DESC LIMIT 1`,
      ),
    ).toMatchObject([{ LogType: 'DEVELOPER_LOG', DebugLevel: { ApexCode: 'FINEST' } }]);
    await anonymous(
      "System.debug('traced');\ninsert new Account(Name = 'Logged');\nList<Account> found = [SELECT Id FROM Account];",
    );
    const [log] = await rows('SELECT Id, Operation, Status FROM ApexLog ORDER BY StartTime DESC');
    expect(log).toMatchObject({ Status: 'Success' });
    const { body } = await api.call('GET', `/tooling/sobjects/ApexLog/${String(log?.['Id'])}/Body`);
    expect(body).toContain('|USER_DEBUG|[1]|DEBUG|traced');
    expect(body).toContain('|DML_BEGIN|[2]|Op:Insert|Type:Account|Rows:1');
    expect(body).toMatch(/\|SOQL_EXECUTE_BEGIN\|\[3\]\|Aggregations:0\|SELECT Id FROM Account/);
    expect(body).toContain('  Number of SOQL queries: 1 out of 100');
    expect((await api.call('DELETE', `/tooling/sobjects/ApexLog/${String(log?.['Id'])}`)).status).toBe(204);
  });
});
