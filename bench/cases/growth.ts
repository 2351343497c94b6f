import type { BenchCase } from '../bench-case';
import { loadDeals } from '../bulk-load';
import { growingLoads } from '../growing-loads';

/** Rows before the first figure, after which the process compiles nothing more. */
const WARM_UP = 5_000;
const SIZES = [1_000, 10_000];
const LARGEST = 50_000;

/**
 * Loads of growing size into one org: the rate must not fall with the rows that are there already. Flows are drafts here;
 * `automation` grows with them.
 */
export const growth: BenchCase = {
  name: 'growth',
  description: `Bulk 2.0 inserts of ${SIZES.join(', ')}, ${LARGEST} rows, one after the other`,
  run: (workspace, { largest = LARGEST }) =>
    workspace.withSolutionOrg(async ({ client }) => {
      await loadDeals(client, WARM_UP, 'Warm-up');
      return growingLoads(client, [...SIZES, largest], 'more rows');
    }, workspace.solutionWithoutFlows()),
};
