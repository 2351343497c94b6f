import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { BrowserOrg, PHONE } from './testing/browser-org';
import { overflow } from './testing/overflow';

const TRAVELLER = 'traveller@test.org';
const MANAGER = 'manager@test.org';
const HOME = '/lightning/o/Trip__c/list';

describe('list views that people make', () => {
  let org: BrowserOrg;
  const open = (user: string, filterName: string) => org.open(user, `${HOME}?filterName=${filterName}`);
  const summary = (page: Page, text: string | RegExp) => page.locator('[data-summary]', { hasText: text });
  const command = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: 'List View Controls' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.locator('list-filter-panel').getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const save = (page: Page) =>
    page.locator('list-filter-panel').getByRole('button', { name: 'Save', exact: true }).click();

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const traveller = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.addUser('manager', { profile: 'System Administrator', permissionSets: ['Traveller'] });
    const trips = [
      { Name: 'Alps', Price__c: 1200, Status__c: 'Planned' },
      { Name: 'Coast', Price__c: 300, Status__c: 'Booked' },
      { Name: 'Lakes', Price__c: 80, Status__c: 'Planned' },
    ];
    org.test.insert(
      'Trip__c',
      trips.map((trip) => ({ ...trip, OwnerId: traveller.id })),
    );
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('makes a private list, filters it by picklist, number and logic, chooses fields, renames and deletes it', async () => {
    const { page, errors } = await open(TRAVELLER, 'All');
    await summary(page, '3 items').waitFor();
    await command(page, 'New');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('List Name').fill('Cheap or booked');
    await expect(dialog.getByLabel('List API Name').inputValue()).resolves.toBe('Cheap_or_booked');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Cheap or booked' }).waitFor();

    const panel = page.locator('list-filter-panel');
    await panel.getByRole('button', { name: 'Add Filter' }).click();
    await choose(page, 'Field', 'Status');
    await panel.getByText('Booked', { exact: true }).click();
    await panel.getByRole('button', { name: 'Done' }).click();
    await panel.getByRole('button', { name: 'Add Filter' }).click();
    await choose(page, 'Field', 'Price');
    await choose(page, 'Operator', 'less than');
    await panel.getByLabel('Value').fill('100');
    await panel.getByRole('button', { name: 'Done' }).click();
    await panel.getByLabel('Filter Logic').fill('1 OR 3');
    await save(page);
    await panel.getByRole('alert').filter({ hasText: 'Invalid filter logic' }).waitFor();
    await panel.getByLabel('Filter Logic').fill('1 OR 2');
    await save(page);
    await summary(page, '2 items • Sorted by Trip Name • Filtered by All trips - Status - Price').waitFor();
    await page.getByRole('link', { name: 'Lakes' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await command(page, 'Select Fields to Display');
    await page.getByRole('dialog').getByRole('option', { name: 'Status' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Move .*to Visible/ })
      .click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('list-record-table td', { hasText: 'Booked' }).waitFor();

    await command(page, 'Rename');
    await page.getByRole('dialog').getByLabel('List Name').fill('Easy ones');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Easy ones' }).waitFor();

    const manager = await open(MANAGER, 'All');
    await manager.page.getByRole('button', { name: 'Select a List View' }).click();
    await manager.page.getByRole('menuitemradio', { name: 'All Trips' }).waitFor();
    expect(await manager.page.getByRole('menuitemradio', { name: 'Easy ones' }).count()).toBe(0);

    await command(page, 'Delete');
    await page.getByRole('button', { name: 'OK' }).click();
    await page.locator('lightning-toast', { hasText: 'List view was deleted.' }).waitFor();
    await page.getByRole('heading', { name: 'Recently Viewed' }).waitFor();
    await page.getByRole('button', { name: 'Select a List View' }).click();
    await page.getByRole('menuitemradio', { name: 'All Trips' }).waitFor();
    expect(await page.getByRole('menuitemradio', { name: 'Easy ones' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('lets who may manage public lists copy and share one, and refuses a name that is taken', async () => {
    const { page, errors } = await open(MANAGER, 'Expensive');
    await command(page, 'Clone');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('List API Name').fill('All');
    await dialog.getByText('All users can see this list view').click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'already exists' }).waitFor();
    await dialog.getByLabel('List Name').fill('For everybody');
    await dialog.getByLabel('List API Name').fill('For_everybody');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await summary(page, 'Filtered by My trips - Price').waitFor();

    await choose(page, 'Filter by Owner', 'All trips');
    await page.getByRole('button', { name: 'Remove Price' }).click();
    await save(page);
    await summary(page, /^3 items .*Filtered by All trips$/).waitFor();

    const traveller = await open(TRAVELLER, 'For_everybody');
    await summary(traveller.page, '3 items').waitFor();
    await traveller.page.getByRole('button', { name: 'Show filters' }).click();
    await traveller.page.getByText('The filters of this list view cannot be edited.').waitFor();
    await traveller.page.getByRole('button', { name: 'List View Controls' }).click();
    const rename = traveller.page.getByRole('menuitem', { name: 'Rename' });
    expect(await rename.getAttribute('aria-disabled')).toBe('true');
    expect([...errors, ...traveller.errors]).toEqual([]);
  });

  it('filters by days that move with the calendar', async () => {
    const { page } = await open(MANAGER, 'All');
    await command(page, 'Edit List Filters');
    const panel = page.locator('list-filter-panel');
    await panel.getByRole('button', { name: 'Add Filter' }).click();
    await choose(page, 'Field', 'Created Date');
    await choose(page, 'Value', 'Last number of days');
    await panel.getByLabel('Days').fill('7');
    await save(page);
    await panel.getByText('equals last 7 days').waitFor();
    await summary(page, '3 items').waitFor();
    await panel
      .getByRole('button', { name: /Created Date/ })
      .first()
      .click();
    await choose(page, 'Value', 'Yesterday');
    await save(page);
    await page.getByText('No items to display.').waitFor();
  });

  it('fits a phone: controls, filters and the menu of favorites', async () => {
    const address = `${HOME}?filterName=Expensive`;
    const { page, errors } = await org.open(MANAGER, address, { viewport: PHONE });
    await page.getByRole('button', { name: 'Show filters' }).click();
    await page.locator('list-filter-panel').getByRole('button', { name: 'Add Filter' }).click();
    await page.locator('list-filter-editor').waitFor();
    await page.getByRole('button', { name: 'Favorites list' }).click();
    await page.getByRole('menuitem', { name: 'You have no favorites yet' }).waitFor();
    expect(await overflow(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
