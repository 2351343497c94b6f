import type { Locator, Page } from 'playwright-core';
import type { BrowserOrg } from '../testing/browser-org';
import { PEOPLE } from '../testing/people';
import { SolutionDeals } from '../testing/solution-deals';
import { startSolution, START_TIMEOUT_MS } from '../testing/solution-org';
import {
  completeStage,
  enter,
  pageIsNotAvailable,
  PATHS,
  save,
  startAction,
  toast,
} from '../testing/solution-page';

describe('the solution for a rep', () => {
  let org: BrowserOrg;
  let deals: SolutionDeals;
  const gateOf = (page: Page): Locator => page.locator('c-gate-checklist');

  beforeAll(async () => {
    org = await startSolution();
    deals = new SolutionDeals(org.test);
  }, START_TIMEOUT_MS);
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('does a day of work: makes a deal, is stopped by its gate, fixes it, advances, and asks for the review', async () => {
    const { page, errors } = await org.open(PEOPLE.rep, deals.accountAddress);
    const gate = gateOf(page);
    const dialog = page.getByRole('dialog');

    await startAction(page, 'New Opportunity');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Cranes of the north dock');
    await enter(dialog.getByLabel('Amount'), '60000');
    await enter(dialog.getByLabel('Close Date').first(), '1/20/2027');
    await save(page);
    await page.getByRole('heading', { name: 'Cranes of the north dock' }).waitFor();
    await gate.getByText('Required items open: 2').waitFor();
    await completeStage(page);
    await toast(page, 'stays in Qualification until these required items are done or waived');

    await gate.getByRole('button', { name: 'Log it as done' }).click();
    await gate.getByText('Required items open: 1').waitFor();
    await fillIn(page, gate, 'Next Step', 'Demonstration on Thursday');
    await gate.getByRole('button', { name: 'Move to Needs Analysis' }).click();

    await gate.getByRole('button', { name: 'Move to Value Proposition' }).waitFor();
    await fillIn(page, gate, 'Description', 'Cranes stand still without a warning.');
    await gate.getByText('Required items open: 1').waitFor();
    await gate.getByRole('button', { name: 'Add the contact' }).click();
    await dialog.getByRole('combobox', { name: 'Contact' }).click();
    await page.getByRole('option', { name: /Buyer/ }).click();
    await save(page);
    await gate.getByRole('button', { name: 'Move to Value Proposition' }).click();

    await gate.getByRole('button', { name: 'Move to Proposal/Price Quote' }).waitFor();
    await gate.getByRole('button', { name: 'Log it as done' }).click();
    await gate.getByRole('button', { name: 'Move to Proposal/Price Quote' }).click();

    await gate.getByRole('button', { name: 'Move to Negotiation/Review' }).waitFor();
    await startAction(page, 'Request Review');
    await dialog.getByText('Deals of 50,000 and more are reviewed by the manager.').waitFor();
    await dialog.getByRole('textbox').fill('They want to sign before Christmas');
    await dialog.getByRole('button', { name: 'Request review' }).click();
    await toast(page, 'The review was requested');
    await page.locator('c-review-status').getByText('Pending').waitFor();
    const [deal] = org.test.query(
      "SELECT StageName, Review_Status__c FROM Opportunity WHERE Name = 'Cranes of the north dock'",
    );
    expect(deal).toEqual({ StageName: 'Proposal/Price Quote', Review_Status__c: 'Pending' });
    // What was planned for the gates is done, and was not logged a second time.
    const tasks =
      "SELECT IsClosed FROM Task WHERE What.Name = 'Cranes of the north dock' AND IsClosed = TRUE";
    expect(org.test.query(tasks)).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  it('makes a deal by the form, which asks for what is missing', async () => {
    const { page, errors } = await org.open(
      PEOPLE.rep,
      '/lightning/o/Opportunity/list?filterName=My_Open_Deals',
    );
    await page.getByRole('button', { name: 'New', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Opportunity Name/ }).fill('Pumps for the north dock');
    await enter(dialog.getByLabel('Amount'), '18000');
    await enter(dialog.getByLabel('Close Date').first(), '1/20/2027');
    await save(page);
    await dialog.getByText('Choose the account this opportunity belongs to.').waitFor();
    await dialog.getByRole('combobox', { name: 'Account' }).fill('Quarrystone');
    await page.getByRole('option', { name: /Quarrystone Mills/ }).click();
    await save(page);
    await page.getByRole('heading', { name: 'Pumps for the north dock' }).waitFor();
    await gateOf(page).getByText('Required items open: 2').waitFor();
    expect(errors).toEqual([]);
  });

  it('logs an activity that a gate asks for by the quick action', async () => {
    const address = deals.enter({ Name: 'To call' });
    const { page, errors } = await org.open(PEOPLE.rep, address);
    await gateOf(page).getByText('Required items open: 2').waitFor();
    await startAction(page, 'Log Activity');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'First conversation with the buyer' }).click();
    await dialog.getByLabel('Comments').fill('They called back at once.');
    await save(page);
    await toast(page, 'The activity was logged');
    await gateOf(page).getByText('Required items open: 1').waitFor();
    expect(errors).toEqual([]);
  });

  it('is offered no waiver, and no review below the thresholds', async () => {
    const { page, errors } = await org.open(PEOPLE.rep, deals.enter({ Name: 'Small one' }));
    await gateOf(page).getByText('Required items open: 2').waitFor();
    expect(await page.getByRole('button', { name: /^Waive/ }).count()).toBe(0);
    await startAction(page, 'Request Review');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('No review is needed now, or one is pending already.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Request review' }).isDisabled()).toBe(true);
    expect(errors).toEqual([]);
  });

  it('sees the whole customer, and the way to the deals', async () => {
    const { page, errors } = await org.open(PEOPLE.rep, deals.accountAddress);
    await page.locator('c-account-summary').getByText('Open pipeline').waitFor();
    expect(errors).toEqual([]);
  });

  it('is kept from what is not for reps: pages, and deals of another region', async () => {
    const address = deals.enter({ Name: 'Of the central region' });
    const { page } = await org.open(PEOPLE.otherRep, address);
    await pageIsNotAvailable(page);
    expect(await gateOf(page).count()).toBe(0);
    for (const path of [PATHS.administration, PATHS.intelligence, PATHS.pipelineReview]) {
      await page.goto(org.url + path);
      await pageIsNotAvailable(page);
    }
  });
});

/** Meets the item of the gate that asks for a field. */
async function fillIn(page: Page, gate: Locator, field: string, text: string): Promise<void> {
  await gate.getByRole('button', { name: 'Fill in the field' }).click();
  await page.getByRole('dialog').getByLabel(field).fill(text);
  await save(page);
}
