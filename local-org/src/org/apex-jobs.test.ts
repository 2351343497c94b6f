import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from '../apex';
import { FixedClock } from '../core';
import { apexPackage } from './testing/apex-package';
import { TestOrg } from './testing/test-org';

const { sources } = readCases(readFileSync(join(__dirname, '../../conformance/apex/async.apex'), 'utf8'));
const NOON = Date.UTC(2026, 0, 15, 12);

describe('jobs of Apex', () => {
  const clock = new FixedClock(NOON);
  const test = new TestOrg({ clock });

  beforeAll(async () => {
    await test.deploy(apexPackage(sources));
  });
  afterAll(() => {
    test.org.close();
  });

  const run = (source: string): void => {
    const { problems, exception } = test.org.apex.runAnonymous(source, { user: test.admin });
    expect({ problems, exception: exception?.description ?? null }).toEqual({
      problems: [],
      exception: null,
    });
  };
  const accounts = (condition: string): (string | null)[] =>
    test.org.query
      .query(`SELECT Name FROM Account WHERE ${condition} ORDER BY Name`, {
        context: { user: test.admin, mode: 'system', apiVersion: 67 },
      })
      .records.map(({ fields }) => fields['Name'] as string | null);

  it('a queueable job runs after the commit, and may start the next one', () => {
    run('System.enqueueJob(new Counter(3));');
    expect(accounts("Name LIKE 'Counted%'")).toEqual([]);
    test.org.jobs.runDue();
    expect(accounts("Name LIKE 'Counted%'")).toEqual(['Counted 1', 'Counted 2', 'Counted 3']);
  });

  it('a job of a transaction that is undone never runs', () => {
    test.org.apex.runAnonymous("Later.create('Undone', new List<String>()); Integer i = 1 / 0;", {
      user: test.admin,
    });
    expect(test.org.jobs.runDue()).toBe(0);
    expect(accounts("Name LIKE 'Undone%'")).toEqual([]);
  });

  it('a future method runs with copies of what it was given', () => {
    run("Later.create('Later', new List<String>{ 'a', 'b' });");
    test.org.jobs.runDue();
    expect(accounts("Name = 'Later2' AND Site = 'in future'")).toHaveLength(1);
  });

  it('a batch job works its rows off in chunks, keeps its state, and finishes', () => {
    run(
      "List<Account> all = new List<Account>(); for (Integer i = 0; i < 5; i++) all.add(new Account(Name = 'Batched ' + i));" +
        ' insert all; Database.executeBatch(new Names(), 2);',
    );
    test.org.jobs.runDue();
    expect(accounts("Name LIKE 'Finished%'")).toEqual(['Finished 5']);
    expect(accounts("Site = 'chunk of 2'")).toHaveLength(4);
    expect(accounts("Site = 'chunk of 1'")).toHaveLength(1);
    const [job] = test.org.query.query(
      "SELECT Status, TotalJobItems, JobItemsProcessed, NumberOfErrors FROM AsyncApexJob WHERE JobType = 'BatchApex'",
      { context: { user: test.admin, mode: 'system', apiVersion: 67 } },
    ).records;
    expect(job?.fields).toEqual({
      Status: 'Completed',
      TotalJobItems: 3,
      JobItemsProcessed: 3,
      NumberOfErrors: 0,
    });
  });

  it('a scheduled job runs when the clock reaches its time', () => {
    run("System.schedule('Nightly', '0 0 2 * * ?', new Nightly());");
    clock.advance(24 * 3_600_000);
    test.org.jobs.runDue();
    expect(accounts("Name = 'Nightly'")).toHaveLength(1);
  });

  it('a scheduled batch job starts after its minutes, once, unless it is aborted', () => {
    run(
      "System.scheduleBatch(new Names(), 'Soon', 90, 1);" +
        " System.abortJob(System.scheduleBatch(new Names(), 'Never', 90));" +
        " Database.delete([SELECT Id FROM Account WHERE Name LIKE 'Batched%']);" +
        " insert new Account(Name = 'Batched alone');",
    );
    clock.advance(89 * 60_000);
    test.org.jobs.runDue();
    expect(accounts("Name = 'Finished 1'")).toEqual([]);
    clock.advance(24 * 3_600_000);
    test.org.jobs.runDue();
    expect(accounts("Name = 'Finished 1'")).toHaveLength(1);
    clock.advance(24 * 3_600_000);
    test.org.jobs.runDue();
    expect(accounts("Name = 'Finished 1'")).toHaveLength(1);
  });

  it('a job whose class was deleted fails, and others go on', async () => {
    run("System.enqueueJob(new Counter(1)); Later.create('Still', new List<String>());");
    await test.tryDeploy({}, {}, { ApexClass: ['Counter'] });
    test.org.jobs.runDue();
    expect(accounts("Name = 'Still0'")).toHaveLength(1);
    const failed = test.org.query.query(
      "SELECT ExtendedStatus FROM AsyncApexJob WHERE JobType = 'Queueable' AND Status = 'Failed'",
      { context: { user: test.admin, mode: 'system', apiVersion: 67 } },
    ).records;
    expect(failed.map(({ fields }) => fields['ExtendedStatus'])).toEqual([
      'System.TypeException: Type cannot be deserialized: Counter',
    ]);
  });
});
