import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('reports and dashboards', () => {
  let org: BrowserOrg;
  const page = (type: 'Report' | 'Dashboard', name: string): string => {
    const rows = org.test.query(
      `SELECT Id FROM ${type} WHERE DeveloperName = '${name}'`,
      org.test.user(TRAVELLER),
    );
    return `/lightning/r/${type}/${String(rows[0]?.['Id'])}/view`;
  };

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const { id: OwnerId } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.insert('Trip__c', [
      { OwnerId, Name: 'Alps', Price__c: 1200, Status__c: 'Planned' },
      { OwnerId, Name: 'Lakes', Price__c: 300, Status__c: 'Booked' },
      { OwnerId, Name: 'Rome', Price__c: 500, Status__c: 'Booked' },
    ]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('runs a report, changes its filters, and leads from a bar to its group and from a row to its record', async () => {
    const { page: tab, errors } = await org.open(TRAVELLER, page('Report', 'Trips_by_Status'));
    const grid = tab.locator('analytics-report-grid');
    await grid.locator('tr', { hasText: 'Booked (2)' }).getByText('$800.00').waitFor();
    await tab.locator('[data-total=RowCount]', { hasText: '3' }).waitFor();

    await tab.getByRole('button', { name: 'Toggle Filters' }).click();
    await tab.locator('analytics-report-filters fieldset input[type=text]').fill('400');
    await tab.getByRole('button', { name: 'Apply' }).click();
    await grid.locator('tr', { hasText: 'Booked (1)' }).waitFor();

    await tab.getByRole('button', { name: /^Planned, .*\$1,200\.00$/ }).focus();
    await tab.keyboard.press('Enter');
    await grid.locator('tr', { hasText: 'Total (1)' }).waitFor();
    expect(await grid.locator('tr', { hasText: 'Booked' }).count()).toBe(0);

    await grid.getByRole('link', { name: 'Alps' }).click();
    await tab.getByRole('heading', { name: 'Alps' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('hides the rows of groups', async () => {
    const { page: tab } = await org.open(TRAVELLER, page('Report', 'Trips_by_Status'));
    const grid = tab.locator('analytics-report-grid');
    await grid.getByRole('link', { name: 'Rome' }).waitFor();
    await tab.locator('lightning-input', { hasText: 'Detail Rows' }).locator('label').click();
    await grid.getByRole('link', { name: 'Rome' }).waitFor({ state: 'detached' });
    await grid.locator('tr', { hasText: 'Booked (2)' }).waitFor();
  });

  it('shows a dashboard, narrows it by its filter, and leads from a part of a chart to the report', async () => {
    const { page: tab, errors } = await org.open(TRAVELLER, page('Dashboard', 'Trips'));
    const metric = tab.locator('chart-metric');
    await metric.getByText('$2,000.00').waitFor();
    await tab.getByRole('combobox', { name: 'Status' }).click();
    await tab.getByRole('option', { name: 'Booked' }).click();
    await metric.getByText('$800.00').waitFor();

    await tab.getByText('Show as table').click();
    await tab.locator('chart-chart').getByRole('row', { name: 'Booked $800.00' }).waitFor();
    await tab.getByRole('button', { name: /^Booked, / }).press('Enter');
    await tab.locator('analytics-report-grid tr', { hasText: 'Total (2)' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('lists reports and dashboards with their folders, a search and a choice of folder', async () => {
    await org.test.deploy({
      'reports/Costs-meta.xml': { accessType: 'Public', name: 'Costs' },
      'reports/Costs/Prices.report': {
        name: 'Prices',
        description: 'What trips cost',
        format: 'Tabular',
        reportType: 'CustomEntity$Trip__c',
        columns: { field: 'CUST_NAME' },
      },
    });
    const { page: tab } = await org.open(TRAVELLER, '/lightning/o/Report/home');
    const rows = tab.locator('analytics-item-home tbody tr');
    await rows.filter({ hasText: 'Trips by Status' }).filter({ hasText: 'Travel' }).waitFor();
    await rows.filter({ hasText: 'What trips cost' }).waitFor();
    await tab.getByRole('combobox', { name: 'Folder' }).click();
    await tab.getByRole('option', { name: 'Costs' }).click();
    await tab.getByText('1 item', { exact: true }).waitFor();
    await tab.getByPlaceholder('Search reports...').fill('nothing');
    await tab.getByText('No reports match.').waitFor();
    await tab.goto(`${org.url}/lightning/o/Dashboard/home`);
    await tab.getByRole('link', { name: 'Trips' }).last().waitFor();
  });
});
