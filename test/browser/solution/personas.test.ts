import type { Locator, Page } from 'playwright-core';
import { violations } from '../testing/axe';
import type { BrowserOrg } from '../testing/browser-org';
import { PEOPLE } from '../testing/people';
import { confirmComment, requestReview } from '../testing/reviews';
import { SolutionDeals } from '../testing/solution-deals';
import { startSolution } from '../testing/solution-org';

const HOME = '/lightning/page/home';
const ADMINISTRATION = '/lightning/n/Administration_Console';
const INTELLIGENCE = '/lightning/n/Intelligence_Dashboard';
const PIPELINE_REVIEW = '/lightning/n/Pipeline_Review';
const START_TIMEOUT_MS = 180_000;

describe('the solution', () => {
  let org: BrowserOrg;
  let deals: SolutionDeals;

  beforeAll(async () => {
    org = await startSolution();
    deals = new SolutionDeals(org.test);
  }, START_TIMEOUT_MS);
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  describe('for a rep', () => {
    it('makes a deal by the form, which asks for what is missing', async () => {
      const { page, errors } = await org.open(
        PEOPLE.rep,
        '/lightning/o/Opportunity/list?filterName=My_Open_Deals',
      );
      await page.getByRole('button', { name: 'New', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^\*?\s*Name$/ }).fill('Pumps for the north dock');
      await enter(dialog.getByLabel('Amount'), '18000');
      await enter(dialog.getByLabel('Close Date').first(), '1/20/2027');
      await save(page);
      await dialog.getByText('Choose the account this opportunity belongs to.').waitFor();
      await dialog.getByRole('combobox', { name: 'Account' }).fill('Quarrystone');
      await page.getByRole('option', { name: /Quarrystone Mills/ }).click();
      await save(page);
      await toast(page, 'Opportunity "Pumps for the north dock" was created.');
      await page.locator('c-gate-checklist').getByText('Required items open: 2').waitFor();
      expect(errors).toEqual([]);
    });

    it('stops a deal at its gate, offers what meets it, and lets it go on by the path', async () => {
      const address = deals.enter({ Name: 'New sensors' });
      const { page, errors } = await org.open(PEOPLE.rep, address);
      const gate = page.locator('c-gate-checklist');
      await gate.getByText('Required items open: 2').waitFor();
      await completeStage(page);
      await toast(page, 'stays in Qualification until these required items are done or waived');
      expect(deals.read(address, 'StageName')).toEqual({ StageName: 'Qualification' });

      await gate.getByRole('button', { name: 'Log it as done' }).click();
      await gate.getByText('Required items open: 1').waitFor();
      await gate.getByRole('button', { name: 'Fill in the field' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Next Step').fill('Demonstration on Thursday');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await gate.getByText('Nothing holds this opportunity').waitFor();
      await completeStage(page);
      await page.locator('force-path').getByRole('option', { name: 'Current: Needs Analysis' }).waitFor();
      await gate.getByRole('button', { name: 'Move to Value Proposition' }).waitFor();
      expect(deals.read(address, 'StageName', 'NextStep')).toEqual({
        StageName: 'Needs Analysis',
        NextStep: 'Demonstration on Thursday',
      });
      expect(errors).toEqual([]);
    });

    it('shows the whole customer, and the way to the deals', async () => {
      const { page, errors } = await org.open(PEOPLE.rep, deals.accountAddress);
      await page.locator('c-account-summary').getByText('Open pipeline').waitFor();
      expect(errors).toEqual([]);
    });

    it('keeps from others what is not for reps: pages, and deals of another region', async () => {
      const address = deals.enter({ Name: 'Of the central region' });
      const { page } = await org.open(PEOPLE.otherRep, address);
      await page.getByRole('heading', { name: "This page isn't available" }).waitFor();
      expect(await page.locator('c-gate-checklist').count()).toBe(0);
      for (const path of [ADMINISTRATION, INTELLIGENCE, PIPELINE_REVIEW]) {
        await page.goto(org.url + path);
        await page.getByRole('heading', { name: "This page isn't available" }).waitFor();
      }
    });
  });

  describe('for a manager', () => {
    it('answers reviews in the queue: one is approved, one goes back with a comment', async () => {
      const [approved, rejected] = [deals.aboveThreshold('To approve'), deals.aboveThreshold('To reject')];
      for (const address of [approved, rejected]) await requestReview(org, address);
      const { page, errors } = await org.open(PEOPLE.manager, HOME);
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
  });

  describe('for an executive', () => {
    it('drills down from a bar to the findings behind it, and on to one of them', async () => {
      const { page, errors } = await org.open(PEOPLE.executive, INTELLIGENCE);
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
  });

  describe('for an administrator', () => {
    it('shows how the integration does, and the quality of the data', async () => {
      const { page, errors } = await org.open(PEOPLE.administrator, ADMINISTRATION);
      await page.locator('c-sync-health').getByText('The integration has not run yet.').waitFor();
      await page.getByRole('tab', { name: 'Data' }).click();
      await page.locator('c-data-quality').getByRole('listitem').first().waitFor();
      expect(errors).toEqual([]);
    });
  });

  describe('for a user without any of its permissions', () => {
    it('shows neither components, nor data, nor fields', async () => {
      org.test.addUser('visitor', { profile: 'Minimum Access - Salesforce' });
      const { page } = await org.open('visitor@test.org', deals.enter({ Name: 'Secret deal' }));
      await page.getByRole('heading', { name: "This page isn't available" }).waitFor();
      expect(await page.getByText('Secret deal').count()).toBe(0);
      expect(await page.locator('[data-component^="c:"]').count()).toBe(0);
    });
  });

  describe('whatever happens', () => {
    it('says that a deal was deleted under its page', async () => {
      const address = deals.enter({ Name: 'Soon gone' });
      const { page } = await org.open(PEOPLE.rep, address);
      const fix = page.locator('c-gate-checklist').getByRole('button', { name: 'Log it as done' });
      await fix.waitFor();
      deals.delete(address);
      await fix.click();
      await page.locator('lightning-toast[data-variant=error], lightning-toast').first().waitFor();
      await page.getByRole('link', { name: 'Home' }).first().click();
      await page.locator('c-pipeline-by-stage').first().waitFor();
    });

    it('shows script in names and long texts as text', async () => {
      const name = '<script>alert(1)</script><img src=x onerror=alert(1)>';
      const Description = 'Long. '.repeat(1_700).slice(0, 10_000);
      const { page, errors } = await org.open(PEOPLE.rep, deals.enter({ Name: name, Description }));
      await page.getByRole('heading', { name }).waitFor();
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.locator('force-detail-panel [data-field=Description]', { hasText: 'Long. Long.' }).waitFor();
      const width = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(width).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    });
  });

  it.each([
    ['home of a rep', PEOPLE.rep, (): string => HOME],
    ['home of a manager', PEOPLE.manager, (): string => HOME],
    ['home of an executive', PEOPLE.executive, (): string => HOME],
    ['home of an administrator', PEOPLE.administrator, (): string => HOME],
    ['list of opportunities', PEOPLE.rep, (): string => '/lightning/o/Opportunity/list'],
    ['new opportunity', PEOPLE.rep, (): string => '/lightning/o/Opportunity/new'],
    ['opportunity', PEOPLE.rep, (): string => deals.enter({ Name: 'To look at' })],
    ['account', PEOPLE.rep, (): string => deals.accountAddress],
    ['intelligence report', PEOPLE.rep, (): string => reportAddress(org)],
    ['dashboard', PEOPLE.executive, (): string => analyticsAddress(org, 'Dashboard', 'Executive')],
    ['report', PEOPLE.executive, (): string => analyticsAddress(org, 'Report', 'Pipeline_by_Stage')],
    ['pipeline review', PEOPLE.manager, (): string => PIPELINE_REVIEW],
    ['intelligence', PEOPLE.executive, (): string => INTELLIGENCE],
    ['administration', PEOPLE.administrator, (): string => ADMINISTRATION],
  ])('has no serious accessibility violation on the page: %s', async (_page, user, path) => {
    const { page } = await org.open(user, path());
    expect(await violations(page)).toEqual([]);
  });
});

async function completeStage(page: Page): Promise<void> {
  await page.locator('force-path').getByRole('button', { name: 'Mark Stage as Complete' }).click();
}

/** A number or date shows its format until it has the focus, so it is entered as a person does: click first. */
async function enter(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.fill(text);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
}

async function toast(page: Page, text: string): Promise<void> {
  await page.locator('lightning-toast', { hasText: text }).first().waitFor();
}

function reportAddress(org: BrowserOrg): string {
  const headline = 'Norvane Systems reports an outage of its cloud for nine hours';
  const id = org.test.idOf('Market_Intelligence_Report__c', 'Name', headline);
  return `/lightning/r/Market_Intelligence_Report__c/${id}/view`;
}

function analyticsAddress(org: BrowserOrg, object: 'Dashboard' | 'Report', name: string): string {
  return `/lightning/r/${object}/${org.test.idOf(object, 'DeveloperName', name)}/view`;
}
