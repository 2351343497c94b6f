import type { BrowserOrg } from '../testing/browser-org';
import { PEOPLE } from '../testing/people';
import { SolutionDeals } from '../testing/solution-deals';
import { startSolution, START_TIMEOUT_MS } from '../testing/solution-org';
import { PATHS, toast } from '../testing/solution-page';

const INTEGRATION = 'integration@opportunity-hub.example';

describe('the solution for an administrator', () => {
  let org: BrowserOrg;
  let dealId: string;

  beforeAll(async () => {
    org = await startSolution();
    dealId = new SolutionDeals(org.test).enter({ Name: 'Synced deal' }).split('/')[4] ?? '';
    const integration = org.test.user(INTEGRATION);
    const failure = {
      Object_Name__c: 'Opportunity',
      Error_Code__c: 'UNABLE_TO_LOCK_ROW',
      Message__c: 'The record is locked.',
      Status__c: 'Open',
      Attempts__c: 1,
      Retryable__c: true,
      Last_Failed_At__c: '2026-11-16T14:00:00.000Z',
    };
    const failures = ['OPP-OH-1001', 'OPP-OH-1002'].map((key) => ({ ...failure, Record_Key__c: key }));
    org.test.insert('Integration_Error__c', failures, integration);
    const conflict = {
      Object_Name__c: 'Opportunity',
      Field_Name__c: 'Amount',
      Record_Key__c: 'OPP-OH-1001',
      Opportunity__c: dealId,
      Base_Value__c: '10000',
      Salesforce_Value__c: '12000',
      Internal_Value__c: '11000',
      Reason__c: 'Both sides changed it.',
      Status__c: 'Open',
    };
    org.test.insert('Sync_Conflict__c', [conflict], integration);
  }, START_TIMEOUT_MS);
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('sees the runs, what they used, the migration, and the quality of the data', async () => {
    const { page, errors } = await org.open(PEOPLE.administrator, PATHS.administration);
    const health = page.locator('c-sync-health');
    for (const lane of ['Seed', 'Migration', 'Intelligence']) {
      await health.getByRole('link', { name: new RegExp(`· ${lane}$`) }).waitFor();
    }
    await health.getByText('UNABLE_TO_LOCK_ROW').waitFor();
    await page
      .locator('c-api-usage')
      .getByText(/^\d+ calls in two weeks/)
      .waitFor();
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.locator('c-data-quality').getByRole('listitem').first().waitFor();
    await page.locator('c-migration-progress').getByText('657 of 708 loaded, 51 refused').waitFor();
    expect(errors).toEqual([]);
  });

  it('decides a conflict', async () => {
    const { page, errors } = await org.open(PEOPLE.administrator, PATHS.administration);
    await page.getByRole('tab', { name: 'Conflicts' }).click();
    const conflicts = page.locator('c-sync-conflicts');
    await conflicts.getByText('Salesforce: 12000').waitFor();
    await conflicts.getByTitle('Keep Salesforce: Opportunity.Amount').click();
    await conflicts.getByText('No conflict is open.').waitFor();
    expect(org.test.query('SELECT Winner__c, Status__c FROM Sync_Conflict__c')).toEqual([
      { Winner__c: 'Salesforce', Status__c: 'Decided by User' },
    ]);
    expect(errors).toEqual([]);
  });

  it('has a record sent again, and then all', async () => {
    const { page, errors } = await org.open(PEOPLE.administrator, PATHS.administration);
    await page.getByRole('tab', { name: 'Undelivered' }).click();
    const letters = page.locator('c-dead-letters');
    await letters
      .getByText(/^1 attempt, /)
      .first()
      .waitFor();
    await letters.getByTitle('Send again: Opportunity OPP-OH-1001').click();
    await toast(page, 'The next run sends it again.');
    await letters.getByTitle('Send again: Opportunity OPP-OH-1001').waitFor({ state: 'detached' });
    await letters.getByRole('button', { name: 'Send all again' }).click();
    await letters.getByTitle('Send again: Opportunity OPP-OH-1002').waitFor({ state: 'detached' });
    const open = "SELECT Id FROM Integration_Error__c WHERE Status__c = 'Open'";
    expect(org.test.query(open)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('finds the conflicts of a deal on its page, where a rep finds the sync status without an error', async () => {
    const address = `/lightning/r/Opportunity/${dealId}/view`;
    const { page, errors } = await org.open(PEOPLE.rep, address);
    await page.locator('c-sync-status').getByText('Not synced').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('c-sync-status').getByText('Open conflicts').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
