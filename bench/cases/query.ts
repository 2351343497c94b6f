import { DatabaseSync } from 'node:sqlite';
import type { BenchCase, Measured } from '../bench-case';
import { loadDeals } from '../bulk-load';
import { median, millisecondsOf } from '../median';
import { queryPath, type OrgClient } from '../org-client';

const ROWS = 2_000;
const RUNS = 50;
const WARM_UP_RUNS = 30;
const TARGET_RATIO = 3;

/** Ten columns of the object itself and one of a parent. */
const SOQL =
  'SELECT Id, Name, StageName, Amount, CloseDate, Probability, ForecastCategoryName, IsClosed, OwnerId, AccountId,' +
  ` Account.Name FROM Opportunity WHERE Name LIKE 'Query deal %' LIMIT ${ROWS}`;
const SQL =
  'SELECT o."Id", o."Name", o."StageName", o."Amount", o."CloseDate", o."Probability", o."ForecastCategoryName",' +
  ' o."IsClosed", o."OwnerId", o."AccountId", a."Name" AS "AccountName" FROM "Opportunity" o' +
  ' LEFT JOIN "Account" a ON a."Id" = o."AccountId"' +
  ` WHERE o."IsDeleted" = 0 AND o."Name" LIKE 'Query deal %' LIMIT ${ROWS}`;

/** A query of one full page over HTTP, in turns with the same SQL in this process on the same file. */
export const query: BenchCase = {
  name: 'query',
  description: `${ROWS} rows with 11 columns through REST, warm, ${RUNS} runs in turns with the SQL`,
  run: (workspace) =>
    workspace.withSolutionOrg(async ({ client, databaseFile }) => {
      await loadDeals(client, ROWS, 'Query');
      const database = new DatabaseSync(databaseFile, { readOnly: true });
      try {
        return figures(await measure(client, database));
      } finally {
        database.close();
      }
    }),
};

/** Milliseconds of each run. */
interface Times {
  readonly rest: number[];
  readonly sql: number[];
  readonly json: number[];
}

async function measure(client: OrgClient, database: DatabaseSync): Promise<Times> {
  const path = queryPath(SOQL);
  const statement = database.prepare(SQL);
  const { records } = JSON.parse(await client.send('GET', path)) as { records: unknown[] };
  if (records.length !== ROWS || statement.all().length !== ROWS) {
    throw new Error(`The query or the SQL finds another number of rows than ${ROWS}`);
  }
  const times: Times = { rest: [], sql: [], json: [] };
  for (let i = 0; i < WARM_UP_RUNS + RUNS; i++) {
    const startedAt = performance.now();
    await client.receive('GET', path);
    times.rest.push(performance.now() - startedAt);
    times.sql.push(millisecondsOf(() => statement.all()));
    times.json.push(millisecondsOf(() => JSON.stringify(statement.all())));
  }
  for (const each of Object.values(times) as number[][]) each.splice(0, WARM_UP_RUNS);
  return times;
}

/** The fastest runs are those that the machine's other work disturbed least; the medians show what it does. */
function figures({ rest, sql, json }: Times): Measured[] {
  const title = `${ROWS.toLocaleString('en-US')} rows through REST`;
  return [
    {
      title: `${title}, fastest run`,
      value: Math.min(...rest),
      unit: 'ms',
      baseline: { title: 'the same SQL, rows as objects', value: Math.min(...sql) },
      target: { of: 'ratio', atMost: TARGET_RATIO },
    },
    {
      title: `${title}, median`,
      value: median(rest),
      unit: 'ms',
      baseline: { title: 'the same SQL, rows as objects', value: median(sql) },
    },
    {
      title: `${title}, median`,
      value: median(rest),
      unit: 'ms',
      baseline: { title: 'the same SQL, then JSON.stringify', value: median(json) },
    },
  ];
}
