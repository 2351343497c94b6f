import { violations } from '../testing/axe';
import { PHONE, type BrowserOrg } from '../testing/browser-org';
import { overflow } from '../testing/overflow';
import { PEOPLE } from '../testing/people';
import { requestReview } from '../testing/reviews';
import { SolutionDeals } from '../testing/solution-deals';
import { startSolution, START_TIMEOUT_MS } from '../testing/solution-org';
import { PATHS, startAction } from '../testing/solution-page';

describe('the accessibility of the solution', () => {
  let org: BrowserOrg;
  let deals: SolutionDeals;
  /** Addresses by what they show; made once. */
  const address = {
    deal: '',
    account: '',
    report: '',
    competitor: '',
  };
  const idOf = (object: string, field: string, value: string): string =>
    `/lightning/r/${object}/${org.test.idOf(object, field, value)}/view`;

  beforeAll(async () => {
    org = await startSolution();
    deals = new SolutionDeals(org.test);
    address.deal = deals.aboveThreshold('To look at');
    await requestReview(org, deals.aboveThreshold('To review'));
    address.account = deals.accountAddress;
    const headline = 'Norvane Systems reports an outage of its cloud for nine hours';
    address.report = idOf('Market_Intelligence_Report__c', 'Name', headline);
    address.competitor = idOf('Competitor__c', 'Name', 'Norvane Systems');
    await org.closePages();
  }, START_TIMEOUT_MS);
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  const PAGES: readonly (readonly [page: string, user: string, path: () => string])[] = [
    ['home of a rep', PEOPLE.rep, () => PATHS.home],
    ['home of a manager', PEOPLE.manager, () => PATHS.home],
    ['home of an executive', PEOPLE.executive, () => PATHS.home],
    ['home of an administrator', PEOPLE.administrator, () => PATHS.home],
    ['opportunity', PEOPLE.rep, () => address.deal],
    ['account', PEOPLE.rep, () => address.account],
    ['intelligence report', PEOPLE.rep, () => address.report],
    ['competitor', PEOPLE.rep, () => address.competitor],
    ['list of opportunities', PEOPLE.rep, () => '/lightning/o/Opportunity/list'],
    ['new opportunity', PEOPLE.rep, () => '/lightning/o/Opportunity/new'],
    ['pipeline review', PEOPLE.manager, () => PATHS.pipelineReview],
    ['intelligence', PEOPLE.executive, () => PATHS.intelligence],
    ['administration', PEOPLE.administrator, () => PATHS.administration],
    ['dashboard', PEOPLE.executive, () => idOf('Dashboard', 'DeveloperName', 'Executive')],
    ['report', PEOPLE.executive, () => idOf('Report', 'DeveloperName', 'Pipeline_by_Stage')],
  ];

  it.each(PAGES)('has no serious violation on the page: %s', async (_page, user, path) => {
    const { page } = await org.open(user, path());
    expect(await violations(page)).toEqual([]);
  });

  it.each(PAGES)('has no serious violation and fits on a phone: %s', async (_page, user, path) => {
    const { page } = await org.open(user, path(), { viewport: PHONE });
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
  });

  it.each([
    ['Pipeline', PEOPLE.manager, PATHS.pipelineReview],
    ['Reviews', PEOPLE.manager, PATHS.pipelineReview],
    ['Win Rates', PEOPLE.manager, PATHS.pipelineReview],
    ['Conflicts', PEOPLE.administrator, PATHS.administration],
    ['Undelivered', PEOPLE.administrator, PATHS.administration],
    ['Data', PEOPLE.administrator, PATHS.administration],
  ])('has no serious violation on the tab %s', async (tab, user, path) => {
    const { page } = await org.open(user, path);
    await page.getByRole('tab', { name: tab, exact: true }).click();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ['New Opportunity', PEOPLE.rep, (): string => address.account],
    ['Log Activity', PEOPLE.rep, (): string => address.deal],
    ['Request Review', PEOPLE.rep, (): string => address.deal],
    ['Waive Gate', PEOPLE.manager, (): string => address.deal],
  ])('has no serious violation in the dialog of the quick action %s', async (action, user, path) => {
    const { page } = await org.open(user, path());
    await startAction(page, action);
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ['a desktop', undefined],
    ['a phone', PHONE],
  ])('has no serious violation on the login page of %s', async (_size, viewport) => {
    const { page } = await org.open(PEOPLE.rep, PATHS.home, viewport ? { viewport } : {});
    await page.locator('shell-header').waitFor();
    await page.context().clearCookies();
    await page.goto(org.url + PATHS.home);
    await page.getByRole('heading', { name: 'Log in as' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
