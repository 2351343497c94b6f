import type { BenchCase } from '../bench-case';
import { accountIds, loadDeals } from '../bulk-load';
import { makeDeals } from '../deals';
import type { OrgClient } from '../org-client';
import { plainInsertMilliseconds } from '../plain-insert';

const RECORDS = 10_000;
const TARGET_RECORDS_PER_SECOND = 2_000;

/** A Bulk API 2.0 insert with every rule of the solution, against SQLite alone. `automation` adds the flows. */
export const bulk: BenchCase = {
  name: 'bulk',
  description: '10,000 opportunities by Bulk 2.0, all rules and roll-ups, none bypassed, flows as drafts',
  run: (workspace) =>
    workspace.withSolutionOrg(async ({ client, databaseFile }) => {
      await demandRules(client);
      const milliseconds = await loadDeals(client, RECORDS, 'Bulk');
      const plain = plainInsertMilliseconds(databaseFile, 'Opportunity', `"Name" LIKE 'Bulk deal %'`);
      return [
        {
          title: `${RECORDS.toLocaleString('en-US')} opportunities by Bulk 2.0, all rules`,
          value: (RECORDS * 1000) / milliseconds,
          unit: 'records/s',
          baseline: { title: 'plain SQLite inserts of the rows', value: (RECORDS * 1000) / plain },
          target: { of: 'value', atLeast: TARGET_RECORDS_PER_SECOND },
        },
      ];
    }, workspace.solutionWithoutFlows()),
};

/** A deal that breaks a rule must be refused, else the load would be measured without its rules. */
async function demandRules(client: OrgClient): Promise<void> {
  const [deal] = makeDeals(1, await accountIds(client), 'Refused');
  const refusal = await client
    .request('POST', '/sobjects/Opportunity', { ...deal, Amount: -1, Probability: 50 })
    .catch(String);
  if (!String(refusal).includes('FIELD_CUSTOM_VALIDATION_EXCEPTION')) {
    throw new Error(`No validation rule refused a negative amount: ${JSON.stringify(refusal)}`);
  }
}
