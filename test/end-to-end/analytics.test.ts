import type { Connection } from 'jsforce';
import { ProcedureOrg } from './procedure/testing/procedure-org';
import type { Person } from './procedure/testing/people';
import { temporaryFolder } from './testing/run-folder';

interface ReportRun {
  readonly groupingsDown: { readonly groupings: readonly { readonly key: string; readonly label: string }[] };
  readonly factMap: Readonly<
    Record<string, { readonly aggregates: readonly { readonly value: number | null }[] }>
  >;
  readonly reportMetadata: { readonly aggregates: readonly string[] };
}
interface Listed {
  readonly id: string;
  readonly name: string;
}
interface DashboardRun {
  readonly componentData: readonly { readonly status?: { readonly dataStatus?: string } }[];
}

const folder = temporaryFolder();
let hub: ProcedureOrg;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
}, 300_000);

async function connection(person?: Person): Promise<Connection> {
  return person ? hub.as(person) : hub.administrator();
}

async function reports(): Promise<readonly { readonly Id: string; readonly DeveloperName: string }[]> {
  return hub.query('SELECT Id, DeveloperName FROM Report ORDER BY DeveloperName');
}

async function run(developerName: string, person?: Person): Promise<ReportRun> {
  const found = (await reports()).find((report) => report.DeveloperName === developerName);
  if (!found) throw new Error(`There is no report ${developerName}`);
  return (await connection(person)).request<ReportRun>(`/analytics/reports/${found.Id}`);
}

/** The grand total of a summary: `s!AMOUNT`, `RowCount`. */
function total({ factMap, reportMetadata }: ReportRun, aggregate: string): number | null | undefined {
  return factMap['T!T']?.aggregates[reportMetadata.aggregates.indexOf(aggregate)]?.value;
}

async function sum(soql: string, person?: Person): Promise<number> {
  return Number((await hub.query<{ total: number }>(soql, person))[0]?.total ?? 0);
}

describe('reports of the solution', () => {
  it('run, every one of them', async () => {
    const all = await reports();
    expect(all.length).toBeGreaterThan(30);
    for (const { DeveloperName } of all) {
      const { factMap } = await run(DeveloperName);
      expect([DeveloperName, Object.keys(factMap)]).toEqual([DeveloperName, expect.arrayContaining(['T!T'])]);
    }
  }, 120_000);

  it('pipeline by stage: amounts to what the open opportunities amount to', async () => {
    const result = await run('Pipeline_by_Stage');
    const open = await sum('SELECT SUM(Amount) total FROM Opportunity WHERE IsClosed = false');
    expect(open).toBeGreaterThan(0);
    expect(total(result, 's!AMOUNT')).toBeCloseTo(open, 2);
    expect(result.groupingsDown.groupings.map(({ label }) => label)).toContain('Negotiation/Review');
  });

  it('win rate by owner: won of all that were closed', async () => {
    const closed = 'SELECT COUNT(Id) total FROM Opportunity WHERE IsClosed = true AND';
    const period = '(CloseDate = LAST_FISCAL_YEAR OR CloseDate = THIS_FISCAL_YEAR)';
    const won = await sum(`${closed} IsWon = true AND ${period}`);
    const all = await sum(`${closed} ${period}`);
    expect(all).toBeGreaterThan(0);
    const rate = total(await run('Win_Rate_by_Owner'), 'FORMULA1');
    expect(rate).toBeCloseTo((won / all) * 100, 0);
  });

  it('intelligence by kind and severity: counts all current findings', async () => {
    const current = await sum(
      'SELECT COUNT(Id) total FROM Market_Intelligence_Report__c WHERE Is_Current__c = true',
    );
    expect(current).toBeGreaterThan(0);
    expect(total(await run('Intelligence_by_Kind_and_Severity'), 'RowCount')).toBe(current);
  });

  it('my open pipeline: shows a rep his own deals and no other', async () => {
    const own = `SELECT SUM(Amount) total FROM Opportunity WHERE IsClosed = false AND OwnerId = '${await hub.idOf('rep')}'`;
    expect(total(await run('My_Open_Pipeline', 'rep'), 's!AMOUNT') ?? 0).toBeCloseTo(await sum(own), 2);
  });

  it('are run by those only whom their folder is shared with', async () => {
    await expect(run('Gates_Due', 'rep')).resolves.toBeDefined();
    await expect(run('Open_Integration_Errors', 'rep')).rejects.toThrow();
    await expect(run('Open_Integration_Errors', 'operations')).resolves.toBeDefined();
  });
});

describe('dashboards of the solution', () => {
  it.each([
    ['rep', ['My Deals', 'Sales and Market', 'Team Pipeline']],
    ['manager', ['My Deals', 'Sales and Market', 'Team Pipeline']],
    ['executive', ['My Deals', 'Sales and Market', 'Team Pipeline']],
    ['operations', ['My Deals', 'Sales and Market', 'Sync, Data and Adoption', 'Team Pipeline']],
  ] as const)(
    'run for the %s',
    async (person, names) => {
      const connected = await connection(person);
      const { dashboards } = await connected.request<{ dashboards: readonly Listed[] }>(
        '/analytics/dashboards',
      );
      expect(dashboards.map(({ name }) => name).sort()).toEqual(names);
      for (const { id } of dashboards) {
        const { componentData } = await connected.request<DashboardRun>(`/analytics/dashboards/${id}`);
        const states = componentData.map(({ status }) => status?.dataStatus);
        expect(new Set(states)).toEqual(new Set(['DATA']));
      }
    },
    60_000,
  );
});
