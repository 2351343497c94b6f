import { apexFiles } from '../testing/apex-package';
import { TestOrg } from '../testing/test-org';

const GRADES = `public class Grades {
  public static String of(Integer score) {
    if (score > 50) {
      return 'good';
    }
    return 'bad';
  }
}`;

const testOf = (name: string, body: string): string =>
  `@IsTest private class ${name} {\n  @IsTest static void shouldGrade() {\n    ${body}\n  }\n}`;

const PASSES = testOf(
  'GradesTest',
  "Assert.areEqual('good', Grades.of(60));\n    Assert.areEqual('bad', Grades.of(1));",
);
const FAILS = testOf('GradesTest', "Assert.areEqual('bad', Grades.of(60));");
const OTHER = testOf('OtherTest', 'Assert.areEqual(1, 1);');

describe('tests of a deploy', () => {
  let test: TestOrg;
  beforeEach(() => {
    test = new TestOrg();
  });
  afterEach(() => {
    test.org.close();
  });

  const classes = (): unknown[] =>
    test.query('SELECT Name FROM ApexClass ORDER BY Name').map(({ Name }) => Name);

  it('a test that fails undoes the deploy, and tells where', async () => {
    const result = await test.tryDeploy(apexFiles({ Grades: GRADES, GradesTest: FAILS }), {
      testLevel: 'RunLocalTests',
    });
    expect(result).toMatchObject({
      status: 'Failed',
      success: false,
      numberTestsTotal: 1,
      numberTestErrors: 1,
      numberComponentErrors: 0,
    });
    expect(result.tests?.failures).toMatchObject([
      {
        name: 'GradesTest',
        methodName: 'shouldGrade',
        message: 'System.AssertException: Assertion Failed: Expected: bad, Actual: good',
        stackTrace: 'Class.GradesTest.shouldGrade: line 3, column 1',
      },
    ]);
    expect(classes()).toEqual([]);
  });

  it('tests that pass let it go on, with their coverage', async () => {
    const result = await test.tryDeploy(apexFiles({ Grades: GRADES, GradesTest: PASSES }), {
      testLevel: 'RunSpecifiedTests',
      runTests: ['GradesTest'],
    });
    expect(result).toMatchObject({ status: 'Succeeded', numberTestsCompleted: 1, numberTestErrors: 0 });
    expect(result.tests?.codeCoverage).toMatchObject([
      { name: 'Grades', type: 'Class', numLocations: 3, numLocationsNotCovered: 0 },
    ]);
    expect(classes()).toEqual(['Grades', 'GradesTest']);
  });

  it.each([
    ['RunSpecifiedTests', ['OtherTest'], /Test coverage of selected Apex Classes and Triggers is 0%/],
    ['RunLocalTests', [], /Average test coverage across all Apex Classes and Triggers is 0%/],
  ] as const)('%s: too little coverage undoes it', async (testLevel, runTests, message) => {
    const result = await test.tryDeploy(apexFiles({ Grades: GRADES, OtherTest: OTHER }), {
      testLevel,
      runTests,
    });
    expect(result.status).toBe('Failed');
    expect(result.tests?.codeCoverageWarnings[0]?.message).toMatch(message);
    expect(classes()).toEqual([]);
  });

  it('RunRelevantTests: runs tests that use what is deployed', async () => {
    await test.deploy(apexFiles({ Grades: GRADES, GradesTest: PASSES, OtherTest: OTHER }));
    const result = await test.tryDeploy(apexFiles({ Grades: `${GRADES}\n` }), {
      testLevel: 'RunRelevantTests',
    });
    expect(result.tests?.successes.map(({ name }) => name)).toEqual(['GradesTest']);
  });

  it('a validation runs them and changes nothing', async () => {
    const result = await test.tryDeploy(apexFiles({ Grades: GRADES, GradesTest: PASSES }), {
      testLevel: 'RunAllTestsInOrg',
      checkOnly: true,
    });
    expect([result.status, result.tests?.numTestsRun, classes()]).toEqual(['Succeeded', 1, []]);
  });

  it('NoTestRun: runs none', async () => {
    const result = await test.tryDeploy(apexFiles({ GradesTest: testOf('GradesTest', 'Assert.fail();') }), {
      testLevel: 'NoTestRun',
    });
    expect([result.status, result.tests]).toEqual(['Succeeded', null]);
  });

  it('a class that has no tests is refused', async () => {
    const { status, errorMessage } = await test.tryDeploy(apexFiles({ Grades: GRADES }), {
      testLevel: 'RunSpecifiedTests',
      runTests: ['Grades'],
    });
    expect([status, errorMessage]).toEqual(['Failed', expect.stringContaining('Grades')]);
  });
});
