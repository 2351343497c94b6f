import type { BenchCase, Measured } from '../bench-case';
import { loadDeals } from '../bulk-load';

/** Rows before the first figure, after which the process compiles nothing more. */
const WARM_UP = 5_000;
const SIZES = [1_000, 10_000, 50_000];
/** A rate that falls below this part of the first one means that a save looks at more than its own rows. */
const LEAST_PART_OF_FIRST = 0.7;

/**
 * Loads of growing size into one org: the rate must not fall with the rows that are there already. Flows are drafts here;
 * `automation` grows with them.
 */
export const growth: BenchCase = {
  name: 'growth',
  description: `Bulk 2.0 inserts of ${SIZES.join(', ')} rows, one after the other`,
  run: (workspace) =>
    workspace.withSolutionOrg(async ({ client }) => {
      await loadDeals(client, WARM_UP, 'Warm-up');
      const figures: Measured[] = [];
      for (const size of SIZES) {
        const rate = (size * 1000) / (await loadDeals(client, size, `Growth ${size}`));
        const first = figures[0];
        figures.push({
          title: `${size.toLocaleString('en-US')} more rows`,
          value: rate,
          unit: 'records/s',
          ...(first && {
            baseline: { title: first.title, value: first.value },
            target: { of: 'ratio', atLeast: LEAST_PART_OF_FIRST },
          }),
        });
      }
      return figures;
    }, workspace.solutionWithoutFlows()),
};
