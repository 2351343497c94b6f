import type { BenchCase } from '../bench-case';

const TARGET_CALLS = 60;

/** The migration of the sample workbook, as `npm start` runs it. */
export const migrate: BenchCase = {
  name: 'migrate',
  description: 'the sample workbook: seconds, API calls, calls for each record loaded',
  run: async (workspace) => {
    const { summary } = await workspace.solution();
    const { rows, calls, durationMs, reconciled } = summary.migrated;
    if (!reconciled) throw new Error('The migration of the sample workbook does not reconcile');
    return [
      {
        title: `sample workbook, ${rows.read.toLocaleString('en-US')} rows`,
        value: durationMs / 1000,
        unit: 's',
      },
      {
        title: 'API calls of it',
        value: calls.calls,
        unit: 'calls',
        target: { of: 'value', atMost: TARGET_CALLS },
      },
      {
        title: 'API calls for each record loaded',
        value: calls.calls / rows.loaded,
        unit: 'calls',
        baseline: { title: 'one call for each record', value: 1 },
      },
    ];
  },
};
