import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runHub, type Ended } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import { API_VERSION, RunningOrg, type ReadyLine } from './testing/running-org';

const DAY_MS = 86_400_000;
const root = temporaryFolder();
const state = join(root, 'state');

/** A command of the local org for the state folder of this file. */
const localOrg = (...args: string[]): Promise<Ended> => runHub('local-org', ...args, '--state', state);

/** What a command prints that has to succeed. */
async function output(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await localOrg(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trim();
}

/** A command that is refused with a code and what to do next. */
async function refused(ended: Promise<Ended>, code: string): Promise<void> {
  const { code: exitCode, stdout, stderr } = await ended;
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^${code}: .+\\n {2}- \\S`));
  expect(stderr).not.toMatch(/^\s+at /m);
}

const accountNames = async (org: RunningOrg): Promise<unknown[]> =>
  (await org.connect().query('SELECT Name FROM Account ORDER BY Name')).records.map(
    ({ Name }) => Name as unknown,
  );

describe('local-org', () => {
  let org: RunningOrg;
  beforeAll(async () => {
    org = await RunningOrg.start(
      state,
      '--username',
      'boss@example.org',
      '--name',
      'Acme',
      '--time-zone',
      'Asia/Tokyo',
    );
  }, 30_000);

  it('start: prints one JSON line with everything a client needs', async () => {
    expect(org.ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      username: 'boss@example.org',
      accessToken: expect.stringMatching(/^00D\w{12}![\w.]+$/),
      orgId: expect.stringMatching(/^00D\w{15}$/),
      clientId: expect.stringMatching(/^3MVG9\w+$/),
      jwtKeyFile: expect.stringMatching(/\.key$/),
    } satisfies Record<keyof ReadyLine, unknown>);
    const mode = statSync(org.ready.jwtKeyFile).mode & 0o777;
    expect(mode).toBe(0o600);
    const { records } = await org.connect().query('SELECT Name, TimeZoneSidKey FROM Organization');
    expect(records).toMatchObject([{ Name: 'Acme', TimeZoneSidKey: 'Asia/Tokyo' }]);
  });

  it('query: prints one JSON line a row, or the number of rows', async () => {
    await org
      .connect()
      .sobject('Account')
      .create([{ Name: 'B' }, { Name: 'A' }]);
    const lines = (await output('query', 'SELECT Name, Owner.Username FROM Account ORDER BY Name')).split(
      '\n',
    );
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { Name: 'A', Owner: { Username: 'boss@example.org' } },
      { Name: 'B', Owner: { Username: 'boss@example.org' } },
    ]);
    expect(await output('query', 'SELECT COUNT() FROM Account')).toBe('2');
  }, 30_000);

  it('query: says what is wrong with a query', async () => {
    const { code, stdout, stderr } = await localOrg('query', 'SELECT Nonsense FROM Account');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain("No such column 'Nonsense' on entity 'Account'");
    expect(stderr).not.toMatch(/^\s+at /m);
  }, 30_000);

  it('clock: moves forward, sessions or not', async () => {
    const before = Date.parse(await output('clock'));
    const after = Date.parse(await output('clock', 'advance', '14d'));
    expect(after - before).toBeGreaterThanOrEqual(14 * DAY_MS);
    const later = Date.parse(await output('clock', 'show'));
    expect(later).toBeGreaterThanOrEqual(after);
  }, 30_000);

  it(
    'clock: refuses what is no duration',
    () => refused(localOrg('clock', 'advance', 'soon'), 'DURATION_FORMAT'),
    30_000,
  );

  it('snapshot: keeps the records of a running org and puts them back; reset forgets the org', async () => {
    const saved = await RunningOrg.start(join(root, 'kept'));
    const kept = (...args: string[]): Promise<Ended> =>
      runHub('local-org', ...args, '--state', join(root, 'kept'));
    await saved.connect().sobject('Account').create({ Name: 'Kept' });
    expect((await kept('snapshot', 'save', 'one')).code).toBe(0);
    await saved.connect().sobject('Account').create({ Name: 'Later' });
    await refused(kept('snapshot', 'restore', 'one'), 'ORG_RUNNING');
    await refused(kept('reset'), 'ORG_RUNNING');
    expect((await saved.process.stop()).code).toBe(0);
    await refused(kept('snapshot', 'restore', 'two'), 'SNAPSHOT_MISSING');
    expect((await kept('snapshot', 'restore', 'one')).code).toBe(0);

    const again = await RunningOrg.start(join(root, 'kept'));
    expect([again.ready.orgId, await accountNames(again)]).toEqual([saved.ready.orgId, ['Kept']]);
    await again.process.stop();

    expect((await kept('reset')).code).toBe(0);
    expect(existsSync(join(root, 'kept/org.db'))).toBe(false);
    expect(existsSync(join(root, 'kept/snapshots/one.db'))).toBe(true);
  }, 60_000);

  it('start: an org in memory leaves no database', async () => {
    const folder = join(root, 'memory');
    const volatile = await RunningOrg.start(folder, '--db', ':memory:');
    const response = await fetch(`${volatile.url}/services/data`);
    expect(await response.json()).toContainEqual(
      expect.objectContaining({ version: API_VERSION, url: `/services/data/v${API_VERSION}` }),
    );
    expect((await volatile.process.stop()).code).toBe(0);
    expect(existsSync(join(folder, 'org.db'))).toBe(false);
    expect(existsSync(join(folder, 'local-org.json'))).toBe(false);
  }, 30_000);

  it('start: refuses a port in use and a port that is none', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const start = (value: string): Promise<Ended> =>
      runHub('local-org', 'start', '--db', ':memory:', '--port', value, '--state', join(root, 'ports'));
    await refused(start(String(port)), 'PORT_IN_USE');
    server.close();
    await refused(start('many'), 'PORT_FORBIDDEN');
  }, 30_000);

  it('start: refuses a database that is none', async () => {
    const folder = join(root, 'garbage');
    mkdirSync(folder);
    writeFileSync(join(folder, 'org.db'), 'this is no database '.repeat(500));
    await refused(runHub('local-org', 'start', '--port', '0', '--state', folder), 'DATABASE_FORMAT');
    expect(readFileSync(join(folder, 'org.db'), 'utf8')).toContain('this is no database');
  }, 30_000);

  it('commands for an org that is not running say how to start it', async () => {
    const nowhere = ['--state', join(root, 'nowhere')];
    await refused(runHub('local-org', 'query', 'SELECT Id FROM Account', ...nowhere), 'ORG_NOT_RUNNING');
  }, 30_000);
});

describe('local-org conformance formula', () => {
  const file = join(root, 'rows.jsonl');
  const row = (test: string, formula: string, expected: string): string =>
    JSON.stringify({
      test,
      type: 'Double',
      formula,
      leaf: [{ name: 'a__c', type: 'Double', scale: 2 }],
      formulas: [],
      input: ['2'],
      expected: { asZero: expected, asBlank: expected },
    });

  it('prints one JSON line with what passed, and the rows that failed when asked', async () => {
    writeFileSync(
      file,
      [
        row('twice', 'a__c * 2', '4'),
        row('wrong', 'a__c + 1', '4'),
        row('foreign', 'NOSUCH(a__c)', '1'),
      ].join('\n'),
    );
    const ended = await runHub('local-org', 'conformance', 'formula', file, '--failures');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const lines = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      expect.objectContaining({ test: 'wrong', formula: 'a__c + 1' }),
      { rows: 3, passed: 1, failed: 1, refused: 1, refusedFunctions: ['NOSUCH'] },
    ]);
  }, 30_000);

  it(
    'says when the file is missing',
    () => refused(runHub('local-org', 'conformance', 'formula', join(root, 'none.jsonl')), 'FILE_MISSING'),
    30_000,
  );
});
