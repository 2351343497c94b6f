import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hub, type Ended } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import { sharedHub, startCopy } from './testing/shared-hub';
import { jsonLine, type StartSummary } from './testing/start-summary';
import { connectTo, count, countAll, startAndCount } from './testing/started-hub';

const root = temporaryFolder();
const state = join(root, 'interrupted');

/** Starts, and presses Ctrl-C as soon as `begun` says so. */
async function interruptWhen(begun: () => boolean | Promise<boolean>): Promise<Ended> {
  const started = hub('start', '--exit', '--json', '--port', '0', '--state', state);
  await started.until(begun);
  started.interrupt();
  return started.ended;
}

/** Whether `sf` has handed a deploy to the org. */
function deployBegun(): boolean {
  const cache = join(state, 'sf-home/.sf/deploy-cache.json');
  return existsSync(cache) && readFileSync(cache, 'utf8').includes('0Af');
}

/** Whether the first rows of the workbook are in the org. */
async function migrationBegun(): Promise<boolean> {
  return existsSync(join(state, 'local-org.json')) && (await count(connectTo(state), 'Product2')) > 0;
}

describe('npm start, stopped by Ctrl-C', () => {
  const inOrder = {
    code: 130,
    stdout: '',
    stderr: expect.stringMatching(/^INTERRUPTED: .+\n {2}- \S/m) as string,
  };

  it('in the middle of the deploy, ends in order', async () => {
    expect(await interruptWhen(deployBegun)).toEqual(inOrder);
  }, 120_000);

  it('in the middle of the migration, ends in order', async () => {
    expect(await interruptWhen(migrationBegun)).toEqual(inOrder);
  }, 120_000);

  it('comes to the same end as an undisturbed one when it is started again', async () => {
    const again = await startAndCount(state);
    expect(again.ended.code).toBe(0);
    const { migrated } = again.summary;
    const undisturbed = jsonLine<StartSummary>((await sharedHub()).ended).migrated;
    expect(migrated.rows.rejectedByReason).toEqual(undisturbed.rows.rejectedByReason);
    expect(migrated.rows.loaded + migrated.rows.unchanged).toBe(undisturbed.rows.loaded);
    expect(migrated.reconciled).toBe(true);

    const org = await startCopy(join(root, 'undisturbed'));
    expect(again.counts).toEqual(await countAll(org.connect()));
  }, 240_000);
});
