import type { BenchCase } from '../bench-case';
import { makeDeals } from '../deals';
import { API_VERSION, deploy } from '../deploy';
import { median } from '../median';
import { OrgClient } from '../org-client';
import type { Workspace } from '../workspace';

const DEALS = 200;
/** One for each deal, so that the update saves as many records as the insert. */
const ACCOUNTS = 200;
const WARM_UP_ROUNDS = 15;
const ROUNDS = 25;
const MOST_TIMES = 2.5;

/** Two queries and one update: accounts take the total of their deals. */
const TRIGGER = `trigger DealTotals on Opportunity (after insert) {
  Set<Id> accountIds = new Set<Id>();
  for (Opportunity deal : Trigger.new) {
    accountIds.add(deal.AccountId);
  }
  Map<Id, Account> accounts = new Map<Id, Account>([SELECT Id, AnnualRevenue FROM Account WHERE Id IN :accountIds]);
  for (Account each : accounts.values()) {
    each.AnnualRevenue = 0;
  }
  for (Opportunity deal : [SELECT AccountId, Amount FROM Opportunity WHERE AccountId IN :accountIds]) {
    accounts.get(deal.AccountId).AnnualRevenue += deal.Amount;
  }
  update accounts.values();
}`;

const TRIGGER_DESCRIPTION =
  `<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${API_VERSION}</apiVersion>` +
  '<status>Active</status></ApexTrigger>';

/** The insert of deals through a trigger, against the same insert in an org without one, in turns. */
export const trigger: BenchCase = {
  name: 'trigger',
  description: `${DEALS} opportunities through a trigger with two queries and an update, against none`,
  run: async (workspace) => {
    const [plain, triggered] = [await emptyOrg(workspace), await emptyOrg(workspace)];
    await deploy(triggered, 'ApexTrigger', 'DealTotals', {
      'triggers/DealTotals.trigger': TRIGGER,
      'triggers/DealTotals.trigger-meta.xml': TRIGGER_DESCRIPTION,
    });
    const times: { plain: number[]; triggered: number[] } = { plain: [], triggered: [] };
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      const milliseconds = {
        plain: await insertDeals(plain, round, null),
        triggered: await insertDeals(triggered, round, totalOfDeals),
      };
      if (round < WARM_UP_ROUNDS) continue;
      times.plain.push(milliseconds.plain);
      times.triggered.push(milliseconds.triggered);
    }
    return [
      {
        title: `${DEALS} opportunities, ${ACCOUNTS} accounts updated`,
        value: median(times.triggered),
        unit: 'ms',
        baseline: { title: 'the same insert without a trigger', value: median(times.plain) },
        target: { of: 'ratio', atMost: MOST_TIMES },
      },
    ];
  },
};

async function emptyOrg(workspace: Workspace): Promise<OrgClient> {
  const { connection } = await workspace.startLocalOrg(workspace.newFolder(), 'admin@local.org');
  return new OrgClient(connection);
}

/** What an account has to show after the insert. */
type ExpectedTotal = (accountId: string, deals: readonly Readonly<Record<string, string>>[]) => number;

const totalOfDeals: ExpectedTotal = (accountId, deals) =>
  deals.reduce((sum, deal) => sum + (deal['AccountId'] === accountId ? Number(deal['Amount']) : 0), 0);

/** Inserts deals of new accounts. @returns milliseconds of the insert of the deals */
async function insertDeals(
  client: OrgClient,
  round: number,
  expected: ExpectedTotal | null,
): Promise<number> {
  const accountIds = await insert(
    client,
    'Account',
    Array.from({ length: ACCOUNTS }, (_, i) => ({ Name: `Account ${round} ${i}` })),
  );
  const deals = makeDeals(DEALS, accountIds, `Round ${round}`);
  const startedAt = performance.now();
  await insert(client, 'Opportunity', deals);
  const milliseconds = performance.now() - startedAt;
  const [first = ''] = accountIds;
  const [account] = await client.query<{ AnnualRevenue: number | null }>(
    `SELECT AnnualRevenue FROM Account WHERE Id = '${first}'`,
  );
  const total = expected?.(first, deals) ?? null;
  if (account?.AnnualRevenue !== total) {
    throw new Error(`The account shows ${account?.AnnualRevenue ?? 'nothing'} and not ${total ?? 'nothing'}`);
  }
  return milliseconds;
}

async function insert(
  client: OrgClient,
  objectName: string,
  records: readonly Readonly<Record<string, string>>[],
): Promise<string[]> {
  const answers = await client.request<{ id: string; success: boolean }[]>('POST', '/composite/sobjects', {
    allOrNone: true,
    records: records.map((record) => ({ attributes: { type: objectName }, ...record })),
  });
  const refused = answers.find(({ success }) => !success);
  if (refused) throw new Error(`A record was refused: ${JSON.stringify(refused)}`);
  return answers.map(({ id }) => id);
}
