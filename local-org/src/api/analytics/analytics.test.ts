import { RunningApi } from '../testing/running-api';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const report = (name: string, filter = ''): string => `<Report ${NAMESPACE}>
  <columns><field>OPPORTUNITY_NAME</field></columns>
  <columns><aggregateTypes>Sum</aggregateTypes><field>AMOUNT</field></columns>
  ${filter}
  <format>Summary</format>
  <groupingsDown><dateGranularity>None</dateGranularity><field>STAGE_NAME</field><sortOrder>Asc</sortOrder></groupingsDown>
  <name>${name}</name>
  <reportType>Opportunity</reportType>
  <scope>organization</scope>
  <showDetails>true</showDetails>
  <timeFrameFilter><dateColumn>CLOSE_DATE</dateColumn><interval>INTERVAL_CUSTOM</interval></timeFrameFilter>
</Report>`;

const DASHBOARD = `<Dashboard ${NAMESPACE}>
  <backgroundEndColor>#FFFFFF</backgroundEndColor>
  <backgroundFadeDirection>Diagonal</backgroundFadeDirection>
  <backgroundStartColor>#FFFFFF</backgroundStartColor>
  <dashboardFilters>
    <dashboardFilterOptions><operator>equals</operator><values>Prospecting</values></dashboardFilterOptions>
    <name>Stage</name>
  </dashboardFilters>
  <dashboardGridLayout>
    <dashboardGridComponents>
      <colSpan>6</colSpan><columnIndex>0</columnIndex>
      <dashboardComponent>
        <chartSummary><aggregate>Sum</aggregate><axisBinding>y</axisBinding><column>AMOUNT</column></chartSummary>
        <componentType>Bar</componentType>
        <dashboardFilterColumns><column>STAGE_NAME</column></dashboardFilterColumns>
        <groupingColumn>STAGE_NAME</groupingColumn>
        <header>By stage</header>
        <report>Sales/By_Stage</report>
      </dashboardComponent>
      <rowIndex>0</rowIndex><rowSpan>8</rowSpan>
    </dashboardGridComponents>
    <numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight>
  </dashboardGridLayout>
  <dashboardType>LoggedInUser</dashboardType>
  <isGridLayout>true</isGridLayout>
  <textColor>#000000</textColor>
  <title>Sales</title>
  <titleColor>#000000</titleColor>
  <titleSize>12</titleSize>
</Dashboard>`;

const folder = (type: string, accessType: string): string =>
  `<${type} ${NAMESPACE}><accessType>${accessType}</accessType><name>Sales</name></${type}>`;

const FILES = {
  'package.xml': `<Package ${NAMESPACE}>
    <types><members>Hidden</members><members>Hidden/Secret</members><members>Sales</members><members>Sales/By_Stage</members><name>Report</name></types>
    <types><members>Sales</members><members>Sales/Sales</members><name>Dashboard</name></types>
    <version>67.0</version></Package>`,
  'reports/Sales-meta.xml': folder('ReportFolder', 'Public'),
  'reports/Sales/By_Stage.report': report('By Stage'),
  'reports/Hidden-meta.xml': folder('ReportFolder', 'Hidden'),
  'reports/Hidden/Secret.report': report('Secret'),
  'dashboards/Sales-meta.xml': folder('DashboardFolder', 'Public'),
  'dashboards/Sales/Sales.dashboard': DASHBOARD,
};

interface Fact {
  readonly aggregates: readonly { readonly value: number; readonly label: string }[];
  readonly rows?: readonly {
    readonly dataCells: readonly { readonly label: string; readonly value: unknown }[];
  }[];
}

interface RunBody {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly groupingsDown: { readonly groupings: readonly { readonly label: string; readonly key: string }[] };
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly reportMetadata: Readonly<Record<string, unknown>>;
  readonly reportExtendedMetadata: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe('analytics', () => {
  let api: RunningApi;
  let reportId: string;
  let dashboardId: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(FILES);
    for (const [Name, StageName, Amount] of [
      ['Dam', 'Prospecting', 100],
      ['Road', 'Closed Won', 50],
      ['Bridge', 'Prospecting', 7],
    ] as const) {
      await api.create('Opportunity', { Name, StageName, Amount, CloseDate: '2026-02-01' });
    }
    reportId = await idOf('Report', 'By_Stage');
    dashboardId = await idOf('Dashboard', 'Sales');
  });

  afterAll(() => api.stop());

  async function idOf(object: string, developerName: string): Promise<string> {
    const soql = `SELECT Id FROM ${object} WHERE DeveloperName = '${developerName}'`;
    return String((await api.query(soql)).records[0]?.['Id']);
  }

  async function run(method: string, path: string, json?: unknown): Promise<RunBody> {
    const { status, body } = await api.call(method, path, json);
    expect(status).toBe(200);
    return body as RunBody;
  }

  it('report: answers groups, facts, metadata and labels', async () => {
    const body = await run('GET', `/analytics/reports/${reportId}?includeDetails=true`);
    expect(body.groupingsDown.groupings.map(({ label }) => label)).toEqual(['Prospecting', 'Closed Won']);
    expect(body.factMap['0!T']?.aggregates).toEqual([
      { value: 107, label: '$107.00' },
      { value: 2, label: '2' },
    ]);
    const [name, amount] = body.factMap['1!T']?.rows?.[0]?.dataCells ?? [];
    expect(name).toMatchObject({ label: 'Road', value: expect.stringMatching(/^006/) as unknown });
    expect(amount).toEqual({ label: '$50.00', value: { amount: 50, currency: null } });
    expect(body.attributes).toMatchObject({
      type: 'Report',
      reportId,
      describeUrl: `/services/data/v67.0/analytics/reports/${reportId}/describe`,
    });
    expect(body.reportMetadata).toMatchObject({
      reportFormat: 'SUMMARY',
      aggregates: ['s!AMOUNT', 'RowCount'],
      reportType: { type: 'Opportunity', label: 'Opportunities' },
    });
    expect(body.reportExtendedMetadata['detailColumnInfo']?.['AMOUNT']).toEqual({
      label: 'Amount',
      dataType: 'currency',
    });
  });

  it('report: a run may change filters and groupings, for itself only', async () => {
    const changed = await run('POST', `/analytics/reports/${reportId}?includeDetails=false`, {
      reportMetadata: {
        reportFilters: [{ column: 'AMOUNT', operator: 'greaterThan', value: '60' }],
        groupingsDown: [{ name: 'CLOSE_DATE', dateGranularity: 'Month', sortOrder: 'Asc' }],
      },
    });
    expect(changed.groupingsDown.groupings.map(({ label }) => label)).toEqual(['February 2026']);
    expect(changed.factMap['T!T']?.aggregates[0]?.value).toBe(100);
    expect(changed.factMap['0!T']?.rows).toBeUndefined();
    const after = await run('GET', `/analytics/reports/${reportId}`);
    expect(after.factMap['T!T']?.aggregates[0]?.value).toBe(157);
  });

  it('report: refuses a filter of a run on a column that is not there', async () => {
    const { status, body } = await api.call('POST', `/analytics/reports/${reportId}`, {
      reportMetadata: { reportFilters: [{ column: 'NOTHING', operator: 'equals', value: '1' }] },
    });
    expect({ status, body }).toMatchObject({ status: 400, body: [{ errorCode: 'BAD_REQUEST' }] });
  });

  it('instances: keep a run for later', async () => {
    const { body } = await api.call('POST', `/analytics/reports/${reportId}/instances`);
    const instance = body as { id: string; status: string };
    expect(instance.status).toBe('Success');
    const kept = await run('GET', `/analytics/reports/${reportId}/instances/${instance.id}`);
    expect(kept.attributes).toMatchObject({ type: 'ReportInstance', id: instance.id });
    expect(kept.factMap['T!T']?.aggregates[0]?.value).toBe(157);
  });

  it('describe: names the columns that the report type offers', async () => {
    const { body } = await api.call('GET', `/analytics/reports/${reportId}/describe`);
    const { reportTypeMetadata } = body as {
      reportTypeMetadata: { categories: { columns: Record<string, unknown> }[] };
    };
    expect(reportTypeMetadata.categories[0]?.columns['ACCOUNT_NAME']).toEqual({
      label: 'Account Name',
      dataType: 'string',
      filterable: true,
    });
  });

  it('dashboard: answers its layout and the result of each component, narrowed by a filter', async () => {
    const { body } = await api.call('GET', `/analytics/dashboards/${dashboardId}?filter1=1`);
    expect(body).toMatchObject({ loggedInUser: { displayName: 'Admin User' } });
    const { dashboardMetadata, componentData } = body as {
      dashboardMetadata: { name: string; components: object[]; layout: object; filters: object[] };
      componentData: { reportResult: RunBody }[];
    };
    expect(dashboardMetadata).toMatchObject({
      name: 'Sales',
      components: [{ header: 'By stage', reportId, properties: { visualizationType: 'Bar' } }],
      layout: { numColumns: 12, components: [{ column: 0, row: 0, colspan: 6, rowspan: 8 }] },
      filters: [{ name: 'Stage', options: [{ id: '1', value: 'Prospecting' }] }],
    });
    expect(componentData[0]?.reportResult.factMap['T!T']?.aggregates[0]?.value).toBe(107);
  });

  it('reports of a hidden folder do not exist for users who do not see all data', async () => {
    const secretId = await idOf('Report', 'Secret');
    const [profile] = (await api.query("SELECT Id FROM Profile WHERE Name = 'Standard User'")).records;
    await api.create('User', {
      Username: 'plain@local.org',
      LastName: 'Plain',
      Alias: 'plain',
      Email: 'plain@local.org',
      ProfileId: profile?.['Id'],
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    const headers = { authorization: `Bearer ${await api.login({ sub: 'plain@local.org' })}` };
    const secret = await api.call('GET', `/analytics/reports/${secretId}`, undefined, headers);
    expect({ status: secret.status, body: secret.body }).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }],
    });
    const listed = await api.call('GET', '/analytics/reports', undefined, headers);
    expect((listed.body as { name: string }[]).map(({ name }) => name)).toEqual(['By Stage']);
  });
});
