import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runHub, type Ended } from './project-process';
import { RunningOrg } from './running-org';
import { RUN_FOLDER } from './shared-hub-folder';

/** Time between two looks whether another test file has finished the state. */
const ROUND_MS = 100;

/** Administrator of the org that `npm start` makes. */
export const ADMINISTRATOR = 'admin@opportunity-hub.example';

/** What `npm start -- --exit --json` came to, and the state it left. */
export interface SharedHub {
  readonly state: string;
  readonly ended: Ended;
}

/**
 * The state of one `npm start -- --exit --json` on an empty folder. The first file of a run that asks for it makes it;
 * nobody changes it: use {@link startCopy}.
 */
export async function sharedHub(): Promise<SharedHub> {
  const folder = process.env[RUN_FOLDER];
  if (!folder) throw new Error('The global set-up of these tests did not run');
  // Named like the default state folder: sf passes over folders whose name begins with a dot.
  const state = join(folder, '.local');
  const answer = join(folder, 'ended.json');
  if (isFirst(join(folder, 'lock'))) {
    const ended = await runHub('start', '--exit', '--json', '--port', '0', '--state', state);
    writeFileSync(`${answer}.part`, JSON.stringify(ended));
    renameSync(`${answer}.part`, answer);
  }
  while (!existsSync(answer)) await delay(ROUND_MS);
  return { state, ended: JSON.parse(readFileSync(answer, 'utf8')) as Ended };
}

/** Starts an org from a copy of the shared state; `integration.json` of the copy leads to it. */
export async function startCopy(copy: string): Promise<RunningOrg> {
  const { state, ended } = await sharedHub();
  if (ended.code !== 0) throw new Error(`npm start failed: ${ended.stderr}`);
  cpSync(state, copy, { recursive: true });
  const org = await RunningOrg.start(copy, '--username', ADMINISTRATOR);
  const file = join(copy, 'integration.json');
  const integration = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...integration, url: org.url }));
  return org;
}

/** Making a folder tells the first from all others. */
function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
