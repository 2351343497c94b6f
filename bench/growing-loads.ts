import type { Measured } from './bench-case';
import { loadDeals } from './bulk-load';
import type { OrgClient } from './org-client';

/** A rate that falls below this part of the first one means that a save looks at more than its own rows. */
const LEAST_PART_OF_FIRST = 0.7;

/**
 * Loads deals in growing numbers into one org, one load after the other, and compares the rates with the first.
 * @param title of a figure after its number: `more rows`
 */
export async function growingLoads(
  client: OrgClient,
  sizes: readonly number[],
  title: string,
): Promise<Measured[]> {
  const figures: Measured[] = [];
  for (const size of sizes) {
    const rate = (size * 1000) / (await loadDeals(client, size, `Growth ${size}`));
    const first = figures[0];
    figures.push({
      title: `${size.toLocaleString('en-US')} ${title}`,
      value: rate,
      unit: 'records/s',
      ...(first && {
        baseline: { title: first.title, value: first.value },
        target: { of: 'ratio', atLeast: LEAST_PART_OF_FIRST },
      }),
    });
  }
  return figures;
}
