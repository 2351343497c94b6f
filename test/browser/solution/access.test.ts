import type { BrowserOrg } from '../testing/browser-org';
import { overflow } from '../testing/overflow';
import { PEOPLE } from '../testing/people';
import { SolutionDeals } from '../testing/solution-deals';
import { startSolution, START_TIMEOUT_MS } from '../testing/solution-org';
import { pageIsNotAvailable, PATHS } from '../testing/solution-page';

const VISITOR = 'visitor@test.org';
const API = '/services/data/v67.0';
const HOUR_MS = 3_600_000;

/** What a role works with. */
interface Role {
  readonly role: string;
  readonly user: string;
  /** Permission sets, and groups of them. */
  readonly permissions: readonly string[];
  /** Sections of the home page, from left to right and top to bottom. */
  readonly home: readonly string[];
  /** Pages of the app's navigation that others do not have. */
  readonly pages: readonly string[];
  /** List views of the solution, beyond those that all have. */
  readonly lists: readonly string[];
  readonly dashboard: string;
  /** A report of the role. */
  readonly report: string;
}

const TEAM_LISTS = [
  'Team_Held_By_Gate',
  'Team_Large_Deals',
  'Team_Overdue',
  'Team_Reviews_Pending',
  'Team_Stalled',
];
const EXECUTIVE_LISTS = ['Executive_Reviews', 'Executive_Strategic_Deals', 'Migrated_Deals', ...TEAM_LISTS];
const LISTS_OF_ALL = /^(?:All|My|RecentlyViewed)/;
const TEAM_HOME = ['pipelineChanges', 'forecastAgainstTarget', 'stalledDeals'];
const INTEGRATION_HOME = ['syncHealth', 'migrationProgress', 'dataQuality'];

const ROLES: readonly Role[] = [
  {
    role: 'rep',
    user: PEOPLE.rep,
    permissions: ['Opportunity_Hub_Rep'],
    home: ['pipelineByStage', 'gatesDue', 'stalledDeals', 'myAlerts'],
    pages: [],
    lists: [],
    dashboard: 'My Deals',
    report: 'My Gates Due',
  },
  {
    role: 'manager',
    user: PEOPLE.manager,
    permissions: ['Opportunity_Hub_Manager'],
    home: ['pipelineByStage', ...TEAM_HOME, 'reviewQueue', 'myAlerts'],
    pages: ['Intelligence', 'Pipeline Review'],
    lists: TEAM_LISTS,
    dashboard: 'Team Pipeline',
    report: 'Reviews Waiting',
  },
  {
    role: 'executive',
    user: PEOPLE.executive,
    permissions: ['Opportunity_Hub_Executive'],
    home: ['pipelineByStage', 'intelligenceDashboard', 'winRates', ...TEAM_HOME, 'reviewQueue', 'myAlerts'],
    pages: ['Intelligence', 'Pipeline Review'],
    lists: EXECUTIVE_LISTS,
    dashboard: 'Sales and Market',
    report: 'Severe Intelligence',
  },
  {
    role: 'sales operations',
    user: PEOPLE.operations,
    permissions: ['Opportunity_Hub_Sales_Operations'],
    home: ['pipelineByStage', ...TEAM_HOME, ...INTEGRATION_HOME, 'reviewQueue', 'myAlerts', 'deadLetters'],
    pages: ['Administration Console', 'Intelligence', 'Pipeline Review'],
    lists: EXECUTIVE_LISTS,
    dashboard: 'Sync, Data and Adoption',
    report: 'API Calls by Day',
  },
  {
    role: 'administrator',
    user: PEOPLE.administrator,
    permissions: ['Opportunity_Hub_Admin', 'Opportunity_Hub_Migration'],
    home: [...INTEGRATION_HOME, 'myAlerts', 'deadLetters'],
    pages: ['Administration Console', 'Intelligence', 'Pipeline Review'],
    lists: EXECUTIVE_LISTS,
    dashboard: 'Sync, Data and Adoption',
    report: 'Sync Runs by Lane',
  },
];
const PAGES_BY_ROLE = ['Administration Console', 'Intelligence', 'Pipeline Review'];

describe('access to the solution', () => {
  let org: BrowserOrg;
  let deals: SolutionDeals;

  beforeAll(async () => {
    org = await startSolution();
    deals = new SolutionDeals(org.test);
    org.test.addUser('visitor', { profile: 'Minimum Access - Salesforce' });
  }, START_TIMEOUT_MS);
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  describe('of each role', () => {
    it.each(ROLES)('$role: has its permissions', ({ user, permissions }) => {
      const assignment = `FROM PermissionSetAssignment WHERE Assignee.Username = '${user}'`;
      const names = [
        `SELECT Name FROM PermissionSet WHERE IsOwnedByProfile = FALSE AND Id IN (SELECT PermissionSetId ${assignment} AND PermissionSetGroupId = NULL)`,
        `SELECT DeveloperName FROM PermissionSetGroup WHERE Id IN (SELECT PermissionSetGroupId ${assignment})`,
      ].flatMap((soql) => org.test.query(soql).map(({ Name, DeveloperName }) => Name ?? DeveloperName));
      expect(names.sort()).toEqual([...permissions].sort());
    });

    it.each(ROLES)('$role: has its home, pages, lists, dashboard and reports', async (role) => {
      const { page, errors } = await org.open(role.user, PATHS.home);
      await page.locator('c-my-alerts').waitFor();
      const sections = await page
        .locator('[data-component^="c:"]')
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-component')));
      expect(sections).toEqual(role.home.map((name) => `c:${name}`));

      const get = async <Answer>(path: string): Promise<Answer> =>
        (await (await page.request.get(org.url + API + path)).json()) as Answer;
      const { navItems } = await get<{ navItems: { label: string }[] }>('/ui-api/nav-items?pageSize=100');
      expect(navItems.map(({ label }) => label).filter((label) => PAGES_BY_ROLE.includes(label))).toEqual(
        role.pages,
      );
      const { lists } = await get<{ lists: { apiName: string }[] }>('/ui-api/list-info/Opportunity');
      const names = lists.map(({ apiName }) => apiName).filter((name) => !LISTS_OF_ALL.test(name));
      expect(names.sort()).toEqual([...role.lists].sort());
      const { dashboards } = await get<{ dashboards: { name: string }[] }>('/analytics/dashboards');
      expect(dashboards.map(({ name }) => name)).toContain(role.dashboard);
      const reports = await get<{ name: string }[]>('/analytics/reports');
      expect(reports.map(({ name }) => name)).toContain(role.report);
      expect(errors).toEqual([]);
    });

    it('keeps the dashboard and the reports of administrators from all others', async () => {
      const { page } = await org.open(PEOPLE.executive, PATHS.home);
      await page.locator('c-my-alerts').waitFor();
      const texts = await Promise.all(
        ['/analytics/dashboards', '/analytics/reports'].map(async (path) =>
          (await page.request.get(org.url + API + path)).text(),
        ),
      );
      expect(texts.join()).toContain('Sales and Market');
      expect(texts.join()).not.toMatch(/Sync, Data and Adoption|API Calls by Day/);
    });
  });

  describe('of a user without any of its permissions', () => {
    it('is given to neither record, nor list, nor report, nor components', async () => {
      const report = org.test.idOf('Report', 'DeveloperName', 'Pipeline_by_Stage');
      const { page } = await org.open(VISITOR, deals.enter({ Name: 'Secret deal' }));
      await pageIsNotAvailable(page);
      for (const path of [deals.accountAddress, PATHS.administration]) {
        await page.goto(org.url + path);
        await pageIsNotAvailable(page);
      }
      for (const path of ['/lightning/o/Opportunity/list', `/lightning/r/Report/${report}/view`]) {
        await page.goto(org.url + path);
        await page
          .getByRole('alert')
          .or(page.getByRole('heading', { name: "isn't available" }))
          .first()
          .waitFor();
        expect(await page.getByRole('link', { name: /OH-/ }).count()).toBe(0);
      }
      expect(await page.getByText('Secret deal').count()).toBe(0);
      expect(await page.locator('[data-component^="c:"]').count()).toBe(0);
    });

    it('is not given by the search', async () => {
      deals.enter({ Name: 'Hidden from the search' });
      const { page } = await org.open(VISITOR, PATHS.home);
      const search = page.getByRole('combobox', { name: 'Search', exact: true });
      await search.fill('Hidden from');
      await search.press('Enter');
      await page.getByRole('heading', { name: 'Results for Hidden from' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('link', { name: 'Hidden from the search' }).count()).toBe(0);
    });
  });

  it('of a rep ends with the own deals: search, list and report leave out those of another region', async () => {
    deals.enter({ Name: 'Central secret', CloseDate: '2026-11-30' });
    const report = org.test.idOf('Report', 'DeveloperName', 'Pipeline_by_Owner_and_Stage');
    const { page } = await org.open(
      PEOPLE.otherRep,
      '/lightning/o/Opportunity/list?filterName=AllOpportunities',
    );
    await page.locator('list-record-table').getByRole('link').first().waitFor();
    await page.getByPlaceholder('Search this list...').fill('Central secret');
    await page.locator('[data-summary]', { hasText: /^0 items/ }).waitFor();
    await page.goto(`${org.url}/lightning/r/Report/${report}/view`);
    await page.locator('analytics-report-grid').getByText('Elin Sørby').first().waitFor();
    expect(await page.getByText('Amara Okafor').count()).toBe(0);
    const search = page.getByRole('combobox', { name: 'Search', exact: true });
    await search.fill('Central secret');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'Results for Central secret' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('link', { name: 'Central secret' }).count()).toBe(0);
  });

  describe('whatever happens', () => {
    it('says that a deal was deleted under its page', async () => {
      const address = deals.enter({ Name: 'Soon gone' });
      const { page } = await org.open(PEOPLE.rep, address);
      const fix = page.locator('c-gate-checklist').getByRole('button', { name: 'Log it as done' });
      await fix.waitFor();
      deals.delete(address);
      await fix.click();
      await page.locator('lightning-toast').first().waitFor();
      await page.getByRole('link', { name: 'Home' }).first().click();
      await page.locator('c-pipeline-by-stage').first().waitFor();
      await page.goto(org.url + address);
      await pageIsNotAvailable(page);
    });

    it('shows script in names and long texts as text', async () => {
      const name = '<script>alert(1)</script><img src=x onerror=alert(1)>';
      const Description = 'Long. '.repeat(1_700).slice(0, 10_000);
      const { page, errors } = await org.open(PEOPLE.rep, deals.enter({ Name: name, Description }));
      await page.getByRole('heading', { name }).waitFor();
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.locator('force-detail-panel [data-field=Description]', { hasText: 'Long. Long.' }).waitFor();
      expect(await overflow(page)).toEqual([]);
      expect(errors).toEqual([]);
    });

    it('works on after a restart of the org', async () => {
      const { page } = await org.open(PEOPLE.rep, deals.enter({ Name: 'Through a restart' }));
      const gate = page.locator('c-gate-checklist');
      await gate.getByText('Required items open: 2').waitFor();
      const start = await org.stopServer();
      await gate.getByRole('button', { name: 'Log it as done' }).click();
      const notice = page.getByRole('heading', { name: 'The org does not answer.' });
      await notice.waitFor();
      await start();
      await notice.waitFor({ state: 'detached' });
      await gate.getByRole('button', { name: 'Log it as done' }).click();
      await gate.getByText('Required items open: 1').waitFor();
    });

    // Moves the clock of the org, so that it comes last.
    it('offers the login when the session has ended', async () => {
      const { page } = await org.open(PEOPLE.rep, deals.enter({ Name: 'After lunch' }));
      const gate = page.locator('c-gate-checklist');
      await gate.getByText('Required items open: 2').waitFor();
      org.test.org.advanceClock(3 * HOUR_MS);
      await gate.getByRole('button', { name: 'Log it as done' }).click();
      await page.getByText('Your session has ended.').first().waitFor();
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Log in' }).click();
      const login = await opened;
      await login.locator(`button[name=user][value="${PEOPLE.rep}"]`).click();
      await login.getByRole('heading', { name: 'After lunch' }).waitFor();
    });
  });
});
