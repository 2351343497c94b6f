import type { BenchCase, Measured } from '../bench-case';
import { loadDeals } from '../bulk-load';
import type { OrgClient } from '../org-client';

const RECORDS = 10_000;
/** Rows before the first figure, after which the process compiles nothing more. */
const WARM_UP = 1_000;
const SIZES = [1_000, 30_000];
const LEAST_PART_OF_FIRST = 0.7;

/** Deals with every flow of the solution active, against the same solution with its flows as drafts. */
export const automation: BenchCase = {
  name: 'automation',
  description: '10,000 opportunities by Bulk 2.0 with all flows, against none; growth from 1,000 to 30,000',
  run: async (workspace) => {
    const baseline = await workspace.withSolutionOrg(
      async ({ client }) => (await measure(client, RECORDS)).rate,
      workspace.solutionWithoutFlows(),
    );
    return workspace.withSolutionOrg(async ({ client }) => {
      const loaded = await measure(client, RECORDS);
      if (loaded.items < RECORDS) throw new Error(`Only ${loaded.items} gate items for ${RECORDS} deals`);
      const title = `${RECORDS.toLocaleString('en-US')} opportunities with all flows`;
      const figures: Measured[] = [
        {
          title,
          value: loaded.rate,
          unit: 'records/s',
          baseline: { title: 'the same with no flow active', value: baseline },
        },
      ];
      return [...figures, ...(await growth(client))];
    });
  },
};

/** Loads after a warm-up and counts what the flows made of it. */
async function measure(client: OrgClient, size: number): Promise<{ rate: number; items: number }> {
  await loadDeals(client, WARM_UP, 'Warm-up');
  const before = await gateItems(client);
  const rate = (size * 1000) / (await loadDeals(client, size, 'Automation'));
  const deals = await count(client, "Opportunity WHERE Name LIKE 'Automation deal %'");
  if (deals !== size) throw new Error(`${size} deals were loaded, ${deals} are there`);
  return { rate, items: (await gateItems(client)) - before };
}

async function growth(client: OrgClient): Promise<Measured[]> {
  const figures: Measured[] = [];
  for (const size of SIZES) {
    const rate = (size * 1000) / (await loadDeals(client, size, `Growth ${size}`));
    const first = figures[0];
    figures.push({
      title: `${size.toLocaleString('en-US')} more, with all flows`,
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

const gateItems = (client: OrgClient): Promise<number> => count(client, 'Stage_Gate_Item__c');

async function count(client: OrgClient, from: string): Promise<number> {
  const [row] = await client.query<{ n: number }>(`SELECT COUNT(Id) n FROM ${from}`);
  return row?.n ?? 0;
}
