import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { PROJECT, runHub, type Ended } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import { RunningOrg } from './testing/running-org';
import { sharedHub, startCopy } from './testing/shared-hub';
import { jsonLine, type StartSummary } from './testing/start-summary';
import { countAll, startAndCount, type RecordCounts } from './testing/started-hub';

const EXPECTED = JSON.parse(readFileSync(join(PROJECT, 'data/sample-pipeline.expected.json'), 'utf8')) as {
  readonly opportunities: {
    readonly rows: number;
    readonly loaded: number;
    readonly rejectedByReason: Readonly<Record<string, number>>;
  };
};

const root = temporaryFolder();

const startAndExit = (state: string, ...options: string[]): Promise<Ended> =>
  runHub('start', '--exit', '--json', '--port', '0', '--state', state, ...options);

describe('npm start -- --exit --json', () => {
  const state = join(root, 'whole');
  let first: StartSummary;
  let counts: RecordCounts;
  let dailyJobs: string[];
  beforeAll(async () => {
    const org = await startCopy(state);
    const connection = org.connect();
    counts = await countAll(connection);
    const jobs = await connection.query<{ CronJobDetail: { Name: string } }>(
      "SELECT CronJobDetail.Name FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Opportunity Hub: %'",
    );
    dailyJobs = jobs.records.map(({ CronJobDetail }) => CronJobDetail.Name).sort();
    await org.process.stop();
    const { ended } = await sharedHub();
    expect(ended.code).toBe(0);
    first = jsonLine(ended);
  }, 240_000);

  it('deploys everything and sets up the people', () => {
    expect(first.deployed.components).toBeGreaterThan(100);
    expect(first.deployed.created).toBe(first.deployed.components);
    // The org has one more: the user as whom automation runs.
    expect(first.people.users).toBe((counts['User'] ?? 0) - 1);
    expect(JSON.parse(readFileSync(first.passwordFile, 'utf8'))).toMatchObject({
      'kevin.marsh@opportunity-hub.example': expect.any(String),
    });
  });

  it('schedules the daily jobs', () => {
    expect(dailyJobs).toEqual([
      'Opportunity Hub: Forecast Snapshot',
      'Opportunity Hub: Intelligence Digest',
      'Opportunity Hub: Intelligence Escalation',
    ]);
    expect(first.scheduled.map((name) => `Opportunity Hub: ${name}`).sort()).toEqual(dailyJobs);
  });

  it('loads and rejects the rows of the sample workbook as it should', () => {
    const { migrated } = first;
    const { rows, loaded, rejectedByReason } = EXPECTED.opportunities;
    expect(migrated.steps.find(({ step }) => step === 'opportunities')).toMatchObject({
      read: rows,
      loaded,
      pending: 0,
      rejectedByReason,
    });
    expect(migrated.rows.loaded + migrated.rows.rejected).toBe(migrated.rows.read);
    expect(migrated.reconciled).toBe(true);
  });

  it('rejects nothing of the seed records and of the market intelligence', () => {
    expect([first.seeded.rejected, first.intelligence.rejected]).toEqual([0, 0]);
    expect(first.seeded.created).toBeGreaterThan(0);
    expect(first.intelligence.created).toBeGreaterThan(0);
  });

  it('changes nothing when it runs again, stays up, and stops at Ctrl-C', async () => {
    const second = await startAndCount(state);
    expect(second.ended.code).toBe(0);
    expect(second.summary.deployed).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: first.deployed.components,
    });
    expect(second.summary.people).toMatchObject({ created: 0, assigned: 0 });
    for (const loaded of [second.summary.seeded, second.summary.migrated.rows, second.summary.intelligence])
      expect(loaded).toMatchObject({ created: 0, updated: 0 });
    expect(second.summary.migrated.reconciled).toBe(true);
    expect(second.counts).toEqual(counts);
    expect(existsSync(join(state, 'local-org.json'))).toBe(false);
  }, 120_000);
});

describe('npm start with what it cannot use', () => {
  const refused = async (ended: Promise<Ended>, message: RegExp): Promise<void> => {
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^ {2}- \S/m);
    expect(stderr).not.toMatch(/^\s+at /m);
  };
  /** A state folder with a database in it. */
  const stateWith = (name: string, write: (database: string) => void): string => {
    const state = join(root, name);
    mkdirSync(state);
    write(join(state, 'org.db'));
    return state;
  };

  it('refuses a database that is none', async () => {
    const state = stateWith('garbage', (database) =>
      writeFileSync(database, 'this is no database '.repeat(500)),
    );
    await refused(startAndExit(state), /^DATABASE_FORMAT: /m);
  }, 60_000);

  it('refuses a database of an older version', async () => {
    const state = stateWith('older', (file) => {
      const database = new DatabaseSync(file);
      database.exec('CREATE TABLE records (id TEXT); PRAGMA user_version = 0');
      database.close();
    });
    await refused(startAndExit(state), /^DATABASE_FORMAT: .*version/m);
  }, 60_000);

  it('refuses a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    try {
      await refused(
        runHub('start', '--exit', '--port', String(port), '--state', join(root, 'port')),
        new RegExp(`^PORT_IN_USE: Port ${port} is in use`, 'm'),
      );
    } finally {
      server.close();
    }
  }, 60_000);

  it('refuses a workbook that is not there, before it starts anything', async () => {
    const missing = join(root, 'nothing.xlsx');
    await refused(
      startAndExit(join(root, 'no-workbook'), '--source', missing),
      /^SOURCE_MISSING: .*nothing\.xlsx/,
    );
  }, 120_000);
});

describe('npm run reset', () => {
  it('forgets the org and leaves everything else in the folder alone', async () => {
    const state = join(root, 'reset');
    const org = await RunningOrg.start(state);
    writeFileSync(join(state, 'notes.txt'), 'mine');
    const reset = (): Promise<Ended> => runHub('reset', '--state', state);
    const running = await reset();
    expect(running).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^ORG_RUNNING: .+\n {2}- /),
    });
    await org.process.stop();
    expect((await reset()).code).toBe(0);
    expect(readdirSync(state)).toEqual(['notes.txt']);
  }, 60_000);
});
