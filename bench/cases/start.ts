import { spawnSync } from 'node:child_process';
import type { BenchCase, Measured } from '../bench-case';
import type { LocalOrgProcess } from '../local-org-process';
import { median, medianMilliseconds } from '../median';
import type { Workspace } from '../workspace';

const RUNS = 5;
const TARGET_MILLISECONDS = 1_000;
const TARGET_MEGABYTES = 250;

/** Start of an org that has no state yet, until it has printed where it listens. */
export const start: BenchCase = {
  name: 'start',
  description: `start of an empty local org, median of ${RUNS} runs`,
  run: async (workspace) => {
    // The first start after a change of the sources compiles them.
    await startOnce(workspace, () => undefined);
    const times: number[] = [];
    const processorTimes: number[] = [];
    const megabytes: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      await startOnce(workspace, (org) => {
        times.push(org.startMilliseconds);
        processorTimes.push(org.processorMilliseconds() ?? NaN);
        megabytes.push(org.residentMegabytes() ?? NaN);
      });
    }
    const node = medianMilliseconds(() => spawnSync(process.execPath, ['-e', '0']), RUNS);
    const figures: Measured[] = [
      {
        title: 'start of the local org, empty',
        value: median(times),
        unit: 'ms',
        baseline: { title: 'start of Node alone', value: node },
        target: { of: 'value', atMost: TARGET_MILLISECONDS },
      },
      { title: 'processor time of it', value: median(processorTimes), unit: 'ms' },
      {
        title: 'memory after it',
        value: median(megabytes),
        unit: 'MB',
        target: { of: 'value', atMost: TARGET_MEGABYTES },
      },
    ];
    return figures.filter(({ value }) => !Number.isNaN(value));
  },
};

async function startOnce(workspace: Workspace, measure: (org: LocalOrgProcess) => void): Promise<void> {
  const org = await workspace.startLocalOrg(workspace.newFolder(), 'admin@local.org');
  measure(org);
  await workspace.stopLocalOrg(org);
}
