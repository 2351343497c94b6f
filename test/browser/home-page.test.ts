import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('home and app pages', () => {
  let org: BrowserOrg;
  let travellerId: string;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    travellerId = org.test.addUser('traveller', { permissionSets: ['Traveller'] }).id;
    org.test.insert('Trip__c', [
      { OwnerId: travellerId, Name: 'Alps', Price__c: 1200, Status__c: 'Planned' },
      { OwnerId: travellerId, Name: 'Lakes', Price__c: 300, Status__c: 'Booked' },
    ]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('shows what is to be done today, and completes a task by a tick', async () => {
    const today = new Date(org.test.org.clock.now()).toISOString().slice(0, 10);
    const [taskId = ''] = org.test.insert('Task', [
      {
        OwnerId: travellerId,
        Subject: 'Call the hotel',
        ActivityDate: today,
        Status: 'Not Started',
        Priority: 'Normal',
      },
    ]);
    org.test.insert('Task', [
      {
        OwnerId: travellerId,
        Subject: 'Renew passport',
        ActivityDate: '2020-01-31',
        Status: 'Not Started',
        Priority: 'Normal',
      },
    ]);
    org.test.insert('Event', [
      {
        OwnerId: travellerId,
        Subject: 'Meet the guide',
        ActivityDateTime: `${today}T20:00:00.000Z`,
        DurationInMinutes: 60,
      },
    ]);
    const { page, errors } = await org.open(TRAVELLER, '/lightning/page/home');
    const tasks = page.locator('home-todays-tasks');
    await tasks.getByRole('link', { name: 'Call the hotel' }).waitFor();
    await tasks.getByText('Overdue since').waitFor();
    await page.locator('home-todays-events').getByRole('link', { name: 'Meet the guide' }).waitFor();
    const tick = tasks.getByRole('checkbox', { name: 'Complete Call the hotel' });
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await tick.press('Space');
    expect((await saved).status()).toBe(200);
    const user = org.test.user(TRAVELLER);
    expect(org.test.query(`SELECT IsClosed FROM Task WHERE Id = '${taskId}'`, user)).toEqual([
      { IsClosed: true },
    ]);
    expect(errors).toEqual([]);
  });

  it('shows the records viewed last', async () => {
    const rows = org.test.query("SELECT Id FROM Trip__c WHERE Name = 'Alps'", org.test.user(TRAVELLER));
    const { page } = await org.open(TRAVELLER, `/lightning/r/Trip__c/${String(rows[0]?.['Id'])}/view`);
    await page.getByRole('heading', { name: 'Alps' }).waitFor();
    await page.goto(`${org.url}/lightning/page/home`);
    await page.locator('home-recent-records').getByRole('link', { name: 'Alps' }).waitFor();
  });

  it('shows a list and the chart of a report on an app page', async () => {
    const { page, errors } = await org.open(TRAVELLER, '/lightning/n/Trip_Overview');
    await page.locator('flexipage-filter-list-card').getByRole('link', { name: 'Lakes' }).waitFor();
    await page
      .locator('flexipage-report-chart')
      .getByRole('button', { name: /^Planned, .*\$1,200\.00$/ })
      .press('Enter');
    await page.locator('analytics-report-grid tr', { hasText: 'Total (1)' }).waitFor();
    expect(errors).toEqual([]);
  });
});
