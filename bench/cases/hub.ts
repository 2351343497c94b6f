import type { BenchCase } from '../bench-case';

const TARGET_SECONDS = 40;

/** The main job on a fresh state folder. */
export const hub: BenchCase = {
  name: 'hub',
  description: 'npm start -- --exit after install, on a fresh state folder',
  run: async (workspace) => {
    const { seconds } = await workspace.solution();
    return [
      {
        title: 'npm start -- --exit',
        value: seconds,
        unit: 's',
        target: { of: 'value', atMost: TARGET_SECONDS },
      },
    ];
  },
};
