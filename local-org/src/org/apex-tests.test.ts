import type { TestOutcome, TestSelection } from '../apex';
import { apexFiles } from './testing/apex-package';
import { TestOrg } from './testing/test-org';

const SOURCES = {
  Deals: `public class Deals {
  public static Integer count() {
    return [SELECT COUNT() FROM Account];
  }
  public static String grade(Integer score) {
    if (score > 50) {
      return 'good';
    }
    return 'bad';
  }
}`,
  Later: `public class Later implements Queueable {
  public void execute(QueueableContext context) {
    insert new Account(Name = 'Later');
  }
}`,
  Remote: `public class Remote {
  public static Integer call() {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://example.com/deals');
    request.setMethod('GET');
    return new Http().send(request).getStatusCode();
  }
}`,
  DealsTest: `@IsTest
private class DealsTest {
  @TestSetup
  static void makeData() {
    insert new Account(Name = 'From setup');
  }
  @IsTest
  static void shouldSeeOnlyItsOwnRecords() {
    Assert.areEqual(1, Deals.count());
    insert new Account(Name = 'Second');
    Assert.areEqual(2, Deals.count());
  }
  @IsTest
  static void shouldNotSeeWhatOtherTestsMade() {
    Assert.areEqual(1, Deals.count());
    Assert.areEqual('good', Deals.grade(51));
  }
  @IsTest
  static void shouldFail() {
    Assert.areEqual('bad', Deals.grade(51));
  }
}`,
  AllDataTest: `@IsTest(SeeAllData=true)
private class AllDataTest {
  @IsTest
  static void shouldSeeTheRecordsOfTheOrg() {
    Assert.areEqual(2, Deals.count());
    delete [SELECT Id FROM Account];
  }
}`,
  AsyncTest: `@IsTest
private class AsyncTest {
  @IsTest
  static void shouldRunJobsAtStopTest() {
    insert new Account(Name = 'Before');
    Test.startTest();
    Assert.areEqual(0, Limits.getDmlStatements());
    System.enqueueJob(new Later());
    Assert.areEqual(1, Deals.count());
    Test.stopTest();
    Assert.areEqual(2, Deals.count());
    Assert.areEqual(1, Limits.getDmlStatements());
    Assert.isTrue(Test.isRunningTest());
  }
  @IsTest
  static void shouldRunJobsAfterTheMethod() {
    System.enqueueJob(new Later());
    Assert.areEqual(0, Deals.count());
  }
}`,
  Failing: `public class Failing implements Schedulable {
  public void execute(SchedulableContext context) {
    throw new IllegalArgumentException('not tonight');
  }
}`,
  ScheduleTest: `@IsTest
private class ScheduleTest {
  @IsTest
  static void shouldFailByAScheduledJobThoughItCatches() {
    Test.startTest();
    System.schedule('Failing', '0 0 2 * * ?', new Failing());
    try {
      Test.stopTest();
    } catch (Exception caught) {
      Assert.areEqual('not tonight', caught.getMessage());
    }
  }
}`,
  LimitsTest: `@IsTest
private class LimitsTest {
  @IsTest
  static void shouldCountTimeAnewBetweenStartAndStop() {
    while (Limits.getCpuTime() < 300) {
    }
    Test.startTest();
    Assert.isTrue(Limits.getCpuTime() < 300, 'time counts from startTest');
    Test.stopTest();
    Assert.isTrue(Limits.getCpuTime() >= 300, 'what came before counts again');
  }
}`,
  CalloutTest: `@IsTest
private class CalloutTest {
  class Answer implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse response = new HttpResponse();
      response.setStatusCode(request.getEndpoint().endsWith('/deals') ? 202 : 500);
      return response;
    }
  }
  @IsTest
  static void shouldAskTheMock() {
    Test.setMock(HttpCalloutMock.class, new Answer());
    Assert.areEqual(202, Remote.call());
  }
  @IsTest
  static void shouldRefuseWithoutAMock() {
    Remote.call();
  }
  @IsTest
  static void shouldRefuseAfterSaves() {
    Test.setMock(HttpCalloutMock.class, new Answer());
    insert new Account(Name = 'Pending');
    Remote.call();
  }
}`,
  StubTest: `@IsTest
private class StubTest {
  public interface Greeter {
    String greet(String name, Integer times);
  }
  public virtual class Base {
    public virtual Integer size() { return 1; }
  }
  class Provider implements System.StubProvider {
    public Object handleMethodCall(Object stub, String name, Type returned, List<Type> types, List<String> names, List<Object> args) {
      if (name == 'size') {
        return 7;
      }
      return name + returned + types + names + args;
    }
  }
  @IsTest
  static void shouldStubInterfacesAndClasses() {
    Greeter greeter = (Greeter) Test.createStub(Greeter.class, new Provider());
    Assert.areEqual('greetString(String, Integer)(name, times)(Ann, 2)', greeter.greet('Ann', 2));
    Base base = (Base) Test.createStub(Base.class, new Provider());
    Assert.areEqual(7, base.size());
  }
}`,
};

describe('tests of Apex', () => {
  const test = new TestOrg();
  const outcomes = new Map<string, TestOutcome>();

  const run = (selection: TestSelection): TestOutcome[] =>
    test.org.apexService.tests
      .runNow({ selection, skipCoverage: false }, test.admin)
      .classes.flatMap(({ tests }) => tests);

  beforeAll(async () => {
    await test.deploy(apexFiles(SOURCES));
    test.insert('Account', [{ Name: 'One' }, { Name: 'Two' }]);
    for (const outcome of run({ level: 'all' }))
      outcomes.set(`${outcome.className}.${outcome.methodName}`, outcome);
  });
  afterAll(() => {
    test.org.close();
  });

  it.each([
    'DealsTest.shouldSeeOnlyItsOwnRecords',
    'DealsTest.shouldNotSeeWhatOtherTestsMade',
    'AllDataTest.shouldSeeTheRecordsOfTheOrg',
    'AsyncTest.shouldRunJobsAtStopTest',
    'AsyncTest.shouldRunJobsAfterTheMethod',
    'CalloutTest.shouldAskTheMock',
    'LimitsTest.shouldCountTimeAnewBetweenStartAndStop',
    'StubTest.shouldStubInterfacesAndClasses',
  ])('%s passes', (name) => {
    expect(outcomes.get(name)).toMatchObject({ outcome: 'Pass', message: null, stackTrace: null });
  });

  it.each([
    ['DealsTest.shouldFail', 'System.AssertException: Assertion Failed: Expected: bad, Actual: good'],
    ['ScheduleTest.shouldFailByAScheduledJobThoughItCatches', 'System.IllegalArgumentException: not tonight'],
    [
      'CalloutTest.shouldRefuseWithoutAMock',
      'System.TypeException: Methods defined as TestMethod do not support Web service callouts',
    ],
    [
      'CalloutTest.shouldRefuseAfterSaves',
      'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out',
    ],
  ])('%s fails', (name, message) => {
    expect(outcomes.get(name)).toMatchObject({ outcome: 'Fail', message });
  });

  it('a failure tells the line', () => {
    expect(outcomes.get('DealsTest.shouldFail')?.stackTrace).toContain('Class.DealsTest.shouldFail: line 20');
  });

  it('tests leave nothing behind', () => {
    expect(test.query('SELECT Name FROM Account ORDER BY Name')).toEqual([{ Name: 'One' }, { Name: 'Two' }]);
    expect(test.query('SELECT Id FROM AsyncApexJob')).toEqual([]);
  });

  it('lines that ran are counted per test, and over all tests', () => {
    const coverage = outcomes.get('DealsTest.shouldNotSeeWhatOtherTestsMade')?.coverage;
    expect(coverage).toEqual([{ name: 'Deals', kind: 'class', covered: [3, 6, 7], uncovered: [9] }]);
    const units = test.org.apexService.tests.coverage.units();
    expect(units.map(({ name, uncovered }) => [name, uncovered])).toEqual([
      ['Deals', [9]],
      ['Later', []],
      ['Remote', []],
      ['Failing', []],
    ]);
  });

  it('names that are no tests are refused', () => {
    expect(() => run({ level: 'named', tests: [{ className: 'Deals' }] })).toThrow(/Deals/);
  });

  it('a run in the queue keeps its results as records', () => {
    const { tests } = test.org.apexService;
    const jobId = tests.start(
      {
        selection: { level: 'named', tests: [{ className: 'DealsTest', methodNames: ['shouldFail'] }] },
        skipCoverage: true,
      },
      test.admin,
    );
    expect(tests.rows.run(jobId)).toMatchObject({ Status: 'Queued', ClassesEnqueued: 1, MethodsEnqueued: 1 });
    test.org.jobs.runDue();
    expect(tests.rows.run(jobId)).toMatchObject({ Status: 'Failed', ClassesCompleted: 1, MethodsFailed: 1 });
    expect(
      test.query(
        `SELECT MethodName, Outcome, ApexClass.Name FROM ApexTestResult WHERE AsyncApexJobId = '${jobId}'`,
      ),
    ).toMatchObject([{ MethodName: 'shouldFail', Outcome: 'Fail' }]);
  });

  it('a run whose class is deleted while it waits ends as failed, and the others of it run', async () => {
    const { tests } = test.org.apexService;
    const body = '@IsTest private class GoneTest { @IsTest static void shouldRun() {} }';
    await test.deploy(apexFiles({ GoneTest: body, StaysTest: body.replace('GoneTest', 'StaysTest') }));
    const named = ['GoneTest', 'StaysTest'].map((className) => ({ className }));
    const request = { selection: { level: 'named', tests: named }, skipCoverage: true } as const;
    const jobId = tests.start(request, test.admin);
    await test.deploy({}, { ApexClass: ['GoneTest'] });
    test.org.jobs.runDue();
    expect(tests.rows.run(jobId)).toMatchObject({ Status: 'Failed', ClassesCompleted: 2, MethodsFailed: 1 });
    const items = test.query(
      `SELECT Status FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}' ORDER BY Status`,
    );
    expect(items).toEqual([{ Status: 'Completed' }, { Status: 'Failed' }]);
  });

  it('a run in the queue leaves out what follows once too many tests have failed', () => {
    const { tests } = test.org.apexService;
    const named = ['DealsTest', 'AllDataTest'].map((className) => ({ className }));
    const selection = { level: 'named', tests: named } as const;
    const jobId = tests.start({ selection, skipCoverage: true, maxFailures: 0 }, test.admin);
    test.org.jobs.runDue();
    expect(tests.rows.run(jobId)).toMatchObject({ Status: 'Failed', ClassesCompleted: 2, MethodsFailed: 1 });
    const items = test.query(
      `SELECT Status FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}' ORDER BY Status`,
    );
    expect(items).toEqual([{ Status: 'Aborted' }, { Status: 'Failed' }]);
  });
});
