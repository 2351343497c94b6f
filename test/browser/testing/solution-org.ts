import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StateFolder } from '../../../local-org/src/cli/state-folder';
import { OrgClock } from '../../../local-org/src/core';
import { TestOrg } from '../../../local-org/src/org/testing/test-org';
import { startServer } from '../../../local-org/src/server';
import { pushIntelligence } from '../../../scripts/commands/intel';
import { migrate } from '../../../scripts/commands/migrate';
import { seed } from '../../../scripts/commands/seed';
import { readOrgConfig } from '../../../scripts/commands/start/org-config';
import { setUpPeople } from '../../../scripts/commands/start/people';
import { connectToOrg, writeConnectionFile } from '../../../scripts/salesforce';
import { systemClock } from '../../../scripts/shared';
import { BrowserOrg } from './browser-org';
import { solutionZip } from './solution-package';

const PROJECT = resolve(__dirname, '../../..');
/** Time for `startSolution` in a hook of a test. */
export const START_TIMEOUT_MS = 180_000;

/** Sunday evening after the day that the sample workbook shows: when the org is filled. */
const FILLED_MS = Date.UTC(2026, 10, 15, 21);
/** Until Monday morning, when people work. */
const NIGHT_MS = 18 * 60 * 60 * 1000;

/**
 * The org that `npm start` makes, in this process and on a fixed day, as people find it the next morning: solution,
 * people, seed records, the migrated sample workbook, market intelligence, and what the jobs and flows of the night did.
 */
export async function startSolution(): Promise<BrowserOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'opportunity-hub-browser-'));
  try {
    const config = readOrgConfig(join(PROJECT, 'config/local-org.json'));
    const { clientId, publicKeyPem, jwtKeyFile } = new StateFolder(folder).clientKeys();
    const clock = new OrgClock(FILLED_MS - Date.now());
    const test = new TestOrg({
      clock,
      name: config.organization.name,
      adminUsername: config.administrator.username,
      timeZone: config.organization.timeZone,
      localClient: { clientId, publicKeyPem },
    });
    const result = await test.tryDeployZip(solutionZip(), { singlePackage: false });
    if (result.status !== 'Succeeded') throw new Error(JSON.stringify(result.failures, null, 1));
    const server = await startServer(test.org, { port: 0 });
    const login = (username: string): string => {
      const file = join(folder, `${username}.json`);
      writeConnectionFile(file, { loginUrl: server.url, username, clientId, jwtKeyFile });
      return file;
    };
    const administrator = await connectToOrg({ connectionFile: login(config.administrator.username) });
    await setUpPeople(administrator, config, join(folder, 'passwords.json'));
    await administrator.close();
    await fill(login(config.externalClientApp.user), folder, clock);
    runApex(test, 'scripts/apex/schedule-daily-jobs.apex');
    runApex(test, 'scripts/apex/take-forecast-snapshot.apex');
    // What the load has queued, such as matching findings to accounts, is done before the night, and that before anybody looks.
    test.org.jobs.runDue();
    clock.advance(NIGHT_MS);
    test.org.jobs.runDue();
    return await BrowserOrg.serve(test, server);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `npm start` loads. */
async function fill(connectionFile: string, folder: string, orgClock: OrgClock): Promise<void> {
  const clock = { ...systemClock, now: (): number => orgClock.now() };
  await seed({ connectionFile, clock, plan: join(PROJECT, 'data/data-plan.json') });
  await migrate({
    connectionFile,
    source: join(PROJECT, 'data/sample-pipeline.xlsx'),
    mappingFolder: join(PROJECT, 'data/mapping'),
    resultsRoot: join(folder, 'migrations'),
    clock,
  });
  const file = join(PROJECT, 'data/intelligence/sample-intelligence.json');
  await pushIntelligence({ connectionFile, file, clock });
}

/** Runs an anonymous block of the project as the administrator, as `npm start` does. */
function runApex(test: TestOrg, file: string): void {
  const { problems, exception } = test.org.apex.runAnonymous(readFileSync(join(PROJECT, file), 'utf8'), {
    user: test.admin,
  });
  if (problems.length > 0 || exception)
    throw new Error(`${file}: ${JSON.stringify({ problems, exception })}`);
}
