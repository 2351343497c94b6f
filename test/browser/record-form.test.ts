import type { Page } from 'playwright-core';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';
const DESK = '/lightning/n/Trip_Desk';

describe('a record form', () => {
  let org: BrowserOrg;
  beforeAll(async () => {
    org = await BrowserOrg.start();
    const { id } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.insert('Account', [
      { Name: 'Alpine Agency', OwnerId: id },
      { Name: 'Baltic Agency', OwnerId: id },
    ]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const trips = (name: string): unknown[] =>
    org.test.query(
      `SELECT Name, Price__c, Status__c, Insurance__c, Agency__r.Name FROM Trip__c WHERE Name = '${name}'`,
      org.test.user(TRAVELLER),
    );

  it('makes a record, with picklists and a lookup, and shows it', async () => {
    const { page, errors } = await org.open(TRAVELLER, DESK);
    await page.getByLabel('Trip Name').fill('Fjords');
    await page.getByLabel('Price').fill('250.5');
    await choose(page, 'Status', 'Booked');
    await choose(page, 'Insurance', 'Luggage');
    await page.getByRole('combobox', { name: 'Agency' }).fill('balt');
    await page.getByRole('option', { name: 'Baltic Agency' }).click();
    await page.getByRole('button', { name: 'Save trip' }).click();
    await page.locator('.saved', { hasText: '$250.50' }).waitFor();
    await page.locator('.saved').getByRole('link', { name: 'Baltic Agency' }).waitFor();
    expect(trips('Fjords')).toMatchObject([
      {
        Price__c: 250.5,
        Status__c: 'Booked',
        Insurance__c: 'Luggage',
        Agency__r: { fields: { Name: 'Baltic Agency' } },
      },
    ]);
    expect(errors).toEqual([]);
  });

  it('offers of a dependent picklist only what its controlling field allows', async () => {
    const { page } = await org.open(TRAVELLER, DESK);
    await choose(page, 'Status', 'Booked');
    await choose(page, 'Insurance', 'Luggage');
    await choose(page, 'Status', 'Planned');
    await page.getByRole('combobox', { name: 'Insurance' }).click();
    expect(await page.getByRole('option', { name: 'Cancellation' }).count()).toBe(1);
    expect(await page.getByRole('option', { name: 'Luggage' }).count()).toBe(0);
  });

  it('shows what the org has against it: at the field, and at the top', async () => {
    const { page, errors } = await org.open(TRAVELLER, DESK);
    await page.getByLabel('Trip Name').fill('Refused');
    await page.getByLabel('Price').fill('-1');
    await page.getByRole('button', { name: 'Save trip' }).click();
    await page.locator('lightning-input-field', { hasText: 'A price is not below zero' }).waitFor();
    await page.getByLabel('Price').press('ControlOrMeta+a');
    await page.getByLabel('Price').pressSequentially('0');
    await page.getByRole('button', { name: 'Save trip' }).click();
    await page.locator('lightning-messages', { hasText: 'Say in the notes why it is free' }).waitFor();
    expect(trips('Refused')).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('gives components of the org their properties in the declared types', async () => {
    const { page } = await org.open(TRAVELLER, DESK);
    await page.locator('.types', { hasText: 'boolean number' }).waitFor();
  });
});
