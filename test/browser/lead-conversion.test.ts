import type { Locator, Page } from 'playwright-core';
import type { RecordValues } from '../../local-org/src/core';
import { violations } from './testing/axe';
import { BrowserOrg } from './testing/browser-org';

const SELLER = 'seller@test.org';

describe('the conversion of a lead', () => {
  let org: BrowserOrg;
  const insertLead = (values: RecordValues): string => {
    const owner = org.test.user(SELLER).id;
    const [id = ''] = org.test.insert('Lead', [
      { FirstName: 'Ann', LastName: 'Lee', OwnerId: owner, ...values },
    ]);
    return id;
  };
  const convertedTo = (id: string): RecordValues | undefined =>
    org.test.query(
      `SELECT Status, ConvertedAccount.Name, ConvertedContact.Name, ConvertedOpportunity.Name FROM Lead WHERE Id = '${id}'`,
    )[0];
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const part = (page: Page, name: string): Locator =>
    dialog(page).locator('force-conversion-target', { has: page.getByRole('heading', { name }) });
  const open = async (id: string): Promise<{ page: Page; errors: readonly string[] }> => {
    const { page, errors } = await org.open(SELLER, `/lightning/r/Lead/${id}/view`);
    await page.getByRole('button', { name: 'Convert', exact: true }).click();
    await dialog(page).getByText('Converted Status').waitFor();
    return { page, errors };
  };

  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('seller', {});
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('makes account, contact and opportunity, and goes to the account', async () => {
    const id = insertLead({ Company: 'Lee Boats' });
    const { page, errors } = await open(id);
    expect(await violations(page)).toEqual([]);
    await part(page, 'Opportunity').getByLabel('Opportunity Name').fill('Ten boats');
    await dialog(page).getByRole('button', { name: 'Convert', exact: true }).click();
    await page.locator('lightning-toast', { hasText: 'Your lead has been converted.' }).waitFor();
    await page.getByRole('heading', { name: 'Account Lee Boats' }).waitFor();
    expect(convertedTo(id)).toMatchObject({
      Status: 'Closed - Converted',
      ConvertedAccount: { fields: { Name: 'Lee Boats' } },
      ConvertedContact: { fields: { Name: 'Ann Lee' } },
      ConvertedOpportunity: { fields: { Name: 'Ten boats' } },
    });
    expect(errors).toEqual([]);
  });

  it('takes an existing account and contact, and no opportunity', async () => {
    const owner = org.test.user(SELLER).id;
    const [accountId = ''] = org.test.insert('Account', [{ Name: 'Known Boats', OwnerId: owner }]);
    org.test.insert('Contact', [
      { FirstName: 'Bea', LastName: 'Known', AccountId: accountId, OwnerId: owner },
    ]);
    const id = insertLead({ Company: 'Known Boats again' });
    const { page, errors } = await open(id);
    await part(page, 'Account').getByText('Choose Existing').click();
    await dialog(page).getByRole('button', { name: 'Convert', exact: true }).click();
    await part(page, 'Account').getByText('Complete this field.').waitFor();
    await part(page, 'Account').getByRole('combobox').fill('Known');
    await page.getByRole('option', { name: 'Known Boats' }).click();
    await part(page, 'Contact').getByText('Choose Existing').click();
    await part(page, 'Contact').getByRole('combobox').click();
    await page.getByRole('option', { name: 'Bea Known' }).click();
    await part(page, 'Opportunity').getByText("Don't create").click();
    await dialog(page).getByRole('button', { name: 'Convert', exact: true }).click();
    await page.getByRole('heading', { name: 'Account Known Boats' }).waitFor();
    expect(convertedTo(id)).toMatchObject({
      ConvertedAccount: { fields: { Name: 'Known Boats' } },
      ConvertedContact: { fields: { Name: 'Bea Known' } },
      ConvertedOpportunity: null,
    });
    expect(errors).toEqual([]);
  });
});
