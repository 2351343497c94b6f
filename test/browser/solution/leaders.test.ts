import type { BrowserOrg } from '../testing/browser-org';
import { PEOPLE } from '../testing/people';
import { confirmComment, requestReview } from '../testing/reviews';
import { SolutionDeals } from '../testing/solution-deals';
import { startSolution, START_TIMEOUT_MS } from '../testing/solution-org';
import { PATHS, startAction, toast } from '../testing/solution-page';

describe('the solution for those who lead', () => {
  let org: BrowserOrg;
  let deals: SolutionDeals;

  beforeAll(async () => {
    org = await startSolution();
    deals = new SolutionDeals(org.test);
  }, START_TIMEOUT_MS);
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  describe('a manager', () => {
    it('answers reviews in the queue: one is approved, one goes back with a comment', async () => {
      const [approved, rejected] = [deals.aboveThreshold('To approve'), deals.aboveThreshold('To reject')];
      for (const address of [approved, rejected]) await requestReview(org, address);
      const { page, errors } = await org.open(PEOPLE.manager, PATHS.home);
      const queue = page.locator('c-review-queue');
      await queue.getByTitle('Approve: To approve').click();
      await confirmComment(page, 'Approve');
      await toast(page, 'Approved');
      await queue.getByTitle('Reject: To reject').click();
      await confirmComment(page, 'Reject', 'The discount is too high');
      await toast(page, 'Rejected');
      await queue.getByText('No review waits for you.').waitFor();
      expect(deals.read(approved, 'Review_Status__c')).toEqual({ Review_Status__c: 'Approved' });
      expect(deals.read(rejected, 'Review_Status__c')).toEqual({ Review_Status__c: 'Rejected' });
      expect(errors).toEqual([]);
    });

    it('waives an item of a gate by the quick action, with the reason', async () => {
      const address = deals.enter({ Name: 'To waive' });
      const { page, errors } = await org.open(PEOPLE.manager, address);
      const gate = page.locator('c-gate-checklist');
      await gate.getByText('Required items open: 2').waitFor();
      await startAction(page, 'Waive Gate');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Gate item' }).click();
      await dialog.getByRole('option', { name: /Next step/ }).click();
      await dialog.getByLabel('Why need it not be done?').fill('The buyer decides alone');
      await dialog.getByRole('button', { name: 'Waive', exact: true }).click();
      await gate.getByText('Required items open: 1').waitFor();
      const id = address.split('/')[4] ?? '';
      const waived = `SELECT Waiver_Reason__c FROM Stage_Gate_Item__c WHERE Opportunity__c = '${id}' AND Status__c = 'Waived'`;
      expect(org.test.query(waived)).toEqual([{ Waiver_Reason__c: 'The buyer decides alone' }]);
      expect(errors).toEqual([]);
    });

    it('sees pipeline changes that add up, and the target of the own office', async () => {
      const { page, errors } = await org.open(PEOPLE.manager, PATHS.pipelineReview);
      const changes = page.locator('c-pipeline-changes');
      await changes.getByRole('button', { name: /^Won/ }).waitFor();
      const amounts = await Promise.all(
        ['Then', 'New', 'Lost', 'Won', 'Now'].map(async (name) => {
          const bar = changes.getByRole('button', { name: new RegExp(`^${name}`) });
          const [, sign, thousands = '0'] = /(-?)\$([\d.]+)K?/.exec(await bar.innerText()) ?? [];
          return Number(thousands) * (sign ? -1 : 1);
        }),
      );
      const [then = 0, arrived = 0, lost = 0, won = 0, now = 0] = amounts;
      expect(then + arrived + lost + won).toBeCloseTo(now, 0);
      expect(won).toBeLessThan(0);
      const forecast = page.locator('c-forecast-against-target');
      await forecast.getByRole('button', { name: /^Target of Central/ }).waitFor();
      expect(errors).toEqual([]);
    });
  });

  describe('an executive', () => {
    it('drills down from a bar to the findings behind it, and on to one of them', async () => {
      const { page, errors } = await org.open(PEOPLE.executive, PATHS.intelligence);
      const bar = page.locator('c-bar-chart[data-name=severity]').getByRole('button', { name: /Critical/ });
      await bar.click();
      expect(await bar.getAttribute('aria-pressed')).toBe('true');
      const list = page.locator('c-report-list');
      await list.getByText('By severity: Critical').waitFor();
      const finding = list.getByRole('link').first();
      const headline = await finding.innerText();
      await finding.click();
      await page.getByRole('heading', { name: headline }).waitFor();
      expect(errors).toEqual([]);
    });

    it('goes from a bar of a standard dashboard to the rows behind it in its report, and on to a deal', async () => {
      const id = org.test.idOf('Dashboard', 'DeveloperName', 'Executive');
      const { page, errors } = await org.open(PEOPLE.executive, `/lightning/r/Dashboard/${id}/view`);
      await page.getByRole('button', { name: /^January 2027, / }).press('Enter');
      await page.getByRole('heading', { name: 'Pipeline by Close Month' }).waitFor();
      await page.locator('lightning-input', { hasText: 'Detail Rows' }).locator('label').click();
      const deal = page.locator('analytics-report-grid').getByRole('link', { name: /OH-/ }).first();
      const name = await deal.innerText();
      await deal.click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.locator('c-gate-checklist').waitFor();
      expect(errors).toEqual([]);
    });
  });
});
