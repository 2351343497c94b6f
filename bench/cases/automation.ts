import type { BenchCase, Measured } from '../bench-case';
import { loadDeals } from '../bulk-load';
import { growingLoads } from '../growing-loads';
import type { OrgClient } from '../org-client';

const RECORDS = 10_000;
/** Rows before the first figure, after which the process compiles nothing more. */
const WARM_UP = 5_000;
const FIRST_GROWTH = 1_000;
const LARGEST_GROWTH = 30_000;
/** Part of the rate without flows that must be left: a deal brings three more records and a second save of its own. */
const LEAST_PART_OF_BASELINE = 0.2;

/** Deals with every flow of the solution active, against the same solution with its flows as drafts. */
export const automation: BenchCase = {
  name: 'automation',
  description: '10,000 opportunities by Bulk 2.0 with all flows, against none; growth from 1,000 to 30,000',
  run: async (workspace, { largest = LARGEST_GROWTH }) => {
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
          target: { of: 'ratio', atLeast: LEAST_PART_OF_BASELINE },
        },
      ];
      return [...figures, ...(await growingLoads(client, [FIRST_GROWTH, largest], 'more, with all flows'))];
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

const gateItems = (client: OrgClient): Promise<number> => count(client, 'Stage_Gate_Item__c');

async function count(client: OrgClient, from: string): Promise<number> {
  const [row] = await client.query<{ n: number }>(`SELECT COUNT(Id) n FROM ${from}`);
  return row?.n ?? 0;
}
