import type { BenchCase, Measured } from '../bench-case';
import { browserTimings } from '../browser-timings';
import { loadDeals } from '../bulk-load';
import { median } from '../median';
import type { OrgClient } from '../org-client';

const DEALS = 100_000;
const RUNS = 10;
const LIST_VIEW_TARGET_MS = 1_000;
const RECORD_TARGET_MS = 50;
/** Sorts by a stored field and filters by none. */
const PLAIN_LIST_VIEW = 'AllOpportunities';
/** Components ask for what they show, with parents and children, in one request. */
const GRAPHQL = `{ uiapi { query { Opportunity(first: 50, orderBy: { Amount: { order: DESC } }) { edges { node {
  Id Name { value } Amount { value displayValue } StageName { label } Account { Name { value } }
  OpportunityContactRoles(first: 3) { edges { node { Role { value } } } }
} } pageInfo { hasNextPage } } } } }`;

/** What a person waits for in a browser, and what a page waits for: a list of many records, one with its layouts. */
export const pages: BenchCase = {
  name: 'pages',
  description: `pages of the solution in a browser; list views of ${DEALS} opportunities and a record page through the UI API, ${RUNS} runs each`,
  run: async (workspace) => [
    ...(await workspace.withSolutionOrg(browserTimings)),
    ...(await workspace.withSolutionOrg(async ({ client }) => {
      await loadDeals(client, DEALS, 'Page');
      return measure(client);
    }, workspace.solutionWithoutFlows())),
  ],
};

async function measure(client: OrgClient): Promise<Measured[]> {
  const [deal] = await client.query<{ Id: string }>(
    'SELECT Id FROM Opportunity ORDER BY Amount DESC LIMIT 1',
  );
  const { lists } = await client.request<{ lists: readonly { apiName: string }[] }>(
    'GET',
    '/ui-api/list-info/Opportunity?pageSize=100',
  );
  const slowest = await slowestListView(
    client,
    lists.map(({ apiName }) => apiName),
  );
  const count = DEALS.toLocaleString('en-US');
  const plain = await figure(
    client,
    `list view of ${count} opportunities`,
    LIST_VIEW_TARGET_MS,
    listUi(PLAIN_LIST_VIEW),
  );
  const dearest = await figure(
    client,
    `slowest of ${lists.length} list views (${slowest})`,
    LIST_VIEW_TARGET_MS,
    listUi(slowest),
  );
  return [
    plain,
    { ...dearest, baseline: { title: 'the list view without filters', value: plain.value } },
    await figure(
      client,
      'record page: record, layouts, object infos',
      RECORD_TARGET_MS,
      `/ui-api/record-ui/${deal?.Id ?? ''}?layoutTypes=Full,Compact&modes=View,Edit`,
    ),
    await graphqlFigure(client),
  ];
}

function listUi(name: string): string {
  return `/ui-api/list-ui/Opportunity/${name}`;
}

/** The list view that takes longest when it is opened for the second time: the first one warms up what all share. */
async function slowestListView(client: OrgClient, names: readonly string[]): Promise<string> {
  const times: [name: string, ms: number][] = [];
  for (const name of names) {
    await client.receive('GET', listUi(name));
    times.push([name, await once(() => client.receive('GET', listUi(name)))]);
  }
  return times.reduce((slowest, time) => (time[1] > slowest[1] ? time : slowest))[0];
}

async function figure(client: OrgClient, title: string, atMost: number, path: string): Promise<Measured> {
  const value = await medianOf(() => client.receive('GET', path));
  return { title, value, unit: 'ms', target: { of: 'value', atMost } };
}

async function graphqlFigure(client: OrgClient): Promise<Measured> {
  const ask = async (): Promise<void> => {
    const { errors } = await client.request<{ errors: readonly unknown[] }>('POST', '/graphql', {
      query: GRAPHQL,
    });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
  };
  return { title: '50 of them with parents and children by GraphQL', value: await medianOf(ask), unit: 'ms' };
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await once(work));
  return median(times);
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
