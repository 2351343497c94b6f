import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';
const HOME = '/lightning/o/Trip__c/list';

describe('an object home', () => {
  let org: BrowserOrg;
  let alps: string;
  const open = (filterName: string) => org.open(TRAVELLER, `${HOME}?filterName=${filterName}`);
  const summary = (page: Page, text: string | RegExp) => page.locator('[data-summary]', { hasText: text });
  const trip = (id: string): unknown =>
    org.test.query(
      `SELECT Name, Price__c, Status__c FROM Trip__c WHERE Id = '${id}'`,
      org.test.user(TRAVELLER),
    )[0];
  const cell = (page: Page, text: string) =>
    page.locator('list-record-table td, list-record-table th', { hasText: text }).first();

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const traveller = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    const trips = Array.from({ length: 60 }, (_, index) => ({
      OwnerId: traveller.id,
      Name: `Trip ${String(index).padStart(2, '0')}`,
      Price__c: 10 + index,
      Status__c: 'Planned',
    }));
    org.test.insert('Trip__c', trips);
    [alps = ''] = org.test.insert('Trip__c', [
      { OwnerId: traveller.id, Name: 'Alps', Price__c: 1200, Status__c: 'Planned' },
      { OwnerId: traveller.id, Name: 'Dream', Status__c: 'Planned' },
    ]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('shows a list, sorts and searches it, loads on as one scrolls, and changes to another list', async () => {
    const { page, errors } = await open('All');
    await summary(page, /^(?:50\+|62) items • Sorted by Trip Name • Filtered by All trips$/).waitFor();
    expect(await page.title()).toBe('All Trips | Trips');

    await cell(page, 'Trip 45').scrollIntoViewIfNeeded();
    await summary(page, '62 items').waitFor();

    await page.getByPlaceholder('Search this list...').fill('Alps');
    await summary(page, '1 item ').waitFor();
    await page.getByRole('link', { name: 'Alps' }).waitFor();

    await page.getByPlaceholder('Search this list...').fill('');
    await page.getByRole('link', { name: 'Trip 01' }).waitFor();
    await page.getByRole('button', { name: 'Price', exact: false }).first().click();
    await summary(page, 'Sorted by Price').waitFor();

    await page.getByRole('button', { name: 'Select a List View' }).click();
    await page.getByPlaceholder('Search lists...').fill('expens');
    await page.getByRole('menuitemradio', { name: 'My Expensive Trips' }).click();
    await summary(page, '1 item • Sorted by Trip Name • Filtered by My trips - Price').waitFor();
    await page.getByRole('button', { name: 'Show filters' }).click();
    await page.locator('list-filter-panel', { hasText: 'greater than 1000' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('edits cells in place, and keeps what the org refuses with its reason', async () => {
    const { page, errors } = await open('All');
    await page.getByPlaceholder('Search this list...').fill('Alps');
    await summary(page, '1 item ').waitFor();
    await cell(page, '$1,200.00').hover();
    await cell(page, '$1,200.00')
      .getByRole('button', { name: /Edit Price/ })
      .click();
    await page.locator('lightning-primitive-datatable-iedit-panel input').fill('1500');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('lightning-toast', { hasText: 'Your change was saved.' }).waitFor();
    expect(trip(alps)).toMatchObject({ Price__c: 1500 });
    await cell(page, '$1,500.00').waitFor();

    await page.getByPlaceholder('Search this list...').fill('Dream');
    await cell(page, 'Dream').waitFor();
    await cell(page, 'Planned').hover();
    await cell(page, 'Planned')
      .getByRole('button', { name: /Edit Status/ })
      .click();
    await page.locator('lightning-primitive-datatable-iedit-panel button[role=combobox]').click();
    await page.getByRole('option', { name: 'Booked' }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('lightning-primitive-datatable-status-bar button.slds-button_icon-error').click();
    await page.getByText('A booked trip needs a price.').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('shows and edits percentages as the org keeps them', async () => {
    await org.test.deploy({
      'objects/Opportunity.object': {
        listViews: {
          fullName: 'Odds',
          columns: ['OPPORTUNITY.NAME', 'OPPORTUNITY.PROBABILITY'],
          filterScope: 'Everything',
          label: 'Odds',
        },
      },
    });
    const [deal = ''] = org.test.insert('Opportunity', [
      {
        OwnerId: org.test.user(TRAVELLER).id,
        Name: 'Group tour',
        StageName: 'Qualification',
        CloseDate: '2026-02-01',
        Probability: 12.5,
      },
    ]);
    const { page } = await org.open(TRAVELLER, '/lightning/o/Opportunity/list?filterName=Odds');
    await cell(page, '12.5%').hover();
    await cell(page, '12.5%')
      .getByRole('button', { name: /Edit Probability/ })
      .click();
    await page.locator('lightning-primitive-datatable-iedit-panel input').fill('80');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save' }).click();
    await cell(page, '80%').waitFor();
    expect(org.test.query(`SELECT Probability FROM Opportunity WHERE Id = '${deal}'`)).toEqual([
      expect.objectContaining({ Probability: 80 }),
    ]);
  });

  it('deletes a record after a question', async () => {
    const { page } = await open('All');
    await page.getByPlaceholder('Search this list...').fill('Trip 07');
    await summary(page, '1 item ').waitFor();
    await page.getByRole('button', { name: /Show actions/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.locator('lightning-toast', { hasText: 'Trip was deleted.' }).waitFor();
    expect(org.test.query("SELECT Id FROM Trip__c WHERE Name = 'Trip 07'", org.test.user(TRAVELLER))).toEqual(
      [],
    );
  });

  it('changes selected rows together, and keeps those that the org refuses with their reasons', async () => {
    const { page, errors } = await open('All');
    await page.getByPlaceholder('Search this list...').fill('Trip 1');
    await summary(page, '10 items').waitFor();
    const [free = ''] = org.test.insert('Trip__c', [
      { OwnerId: org.test.user(TRAVELLER).id, Name: 'Trip 1 for free', Status__c: 'Planned' },
    ]);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await summary(page, '11 items').waitFor();
    for (const name of ['Trip 10', 'Trip 11', 'Trip 1 for free']) {
      await page.getByRole('row', { name }).locator('label.slds-checkbox_faux, .slds-checkbox_faux').click();
    }
    await summary(page, '3 selected').waitFor();
    const row = page.getByRole('row', { name: 'Trip 10' });
    await row.getByRole('button', { name: /Edit Status/ }).click();
    const panel = page.locator('lightning-primitive-datatable-iedit-panel');
    await panel.locator('button[role=combobox]').click();
    await page.getByRole('option', { name: 'Booked' }).click();
    await panel.getByText('Update 3 selected items').click();
    await panel.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('lightning-toast', { hasText: '2 of 3 records were saved.' }).waitFor();
    await page.locator('lightning-primitive-datatable-status-bar button.slds-button_icon-error').click();
    await page.getByText('Trip 1 for free: A booked trip needs a price.').waitFor();
    expect(trip(free)).toMatchObject({ Status__c: 'Planned' });
    const booked =
      "SELECT Name FROM Trip__c WHERE Status__c = 'Booked' AND Name LIKE 'Trip 1%' ORDER BY Name";
    expect(org.test.query(booked, org.test.user(TRAVELLER))).toEqual([
      { Name: 'Trip 10' },
      { Name: 'Trip 11' },
    ]);
    await page.getByRole('row', { name: 'Trip 1 for free' }).getByText('Booked').waitFor();
    expect(errors).toEqual([]);
  });

  it('counts and sums all records of the list on a board, and shows more of a column', async () => {
    const { page, errors } = await open('All');
    await page.getByRole('button', { name: 'Select list display' }).click();
    await page.getByRole('menuitem', { name: 'Kanban' }).click();
    const planned = org.test.query(
      "SELECT COUNT(Id) n, SUM(Price__c) total FROM Trip__c WHERE Status__c = 'Planned'",
      org.test.user(TRAVELLER),
    )[0];
    const total = Number(planned?.['total']).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    const column = page.getByRole('region', { name: `Planned (${String(planned?.['n'])})` });
    await column.getByText(total).waitFor();
    const cards = column.getByRole('listitem');
    expect(await cards.count()).toBe(25);
    await column.getByRole('button', { name: 'Show More' }).click();
    await cards.nth(49).waitFor();
    expect(errors).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it('moves a card by drag and drop, and the counts follow', async () => {
    const { page, errors } = await open('All');
    await page.getByRole('button', { name: 'Select list display' }).click();
    await page.getByRole('menuitem', { name: 'Kanban' }).click();
    const count = (status: string): number =>
      org.test.query(`SELECT Id FROM Trip__c WHERE Status__c = '${status}'`, org.test.user(TRAVELLER)).length;
    const region = (status: string, n: number) => page.getByRole('region', { name: `${status} (${n})` });
    const [planned, booked] = [count('Planned'), count('Booked')];
    const card = region('Planned', planned).getByRole('listitem').filter({ hasText: 'Trip 02' });
    await card.dragTo(region('Booked', booked));
    await region('Booked', booked + 1).waitFor();
    await region('Planned', planned - 1).waitFor();
    expect(count('Booked')).toBe(booked + 1);
    expect(errors).toEqual([]);
  });

  it('moves cards of a board with keys, and back when the org refuses', async () => {
    const { page, errors } = await open('All');
    await page.getByRole('button', { name: 'Select list display' }).click();
    await page.getByRole('menuitem', { name: 'Kanban' }).click();
    const column = (label: string) => page.locator(`list-kanban section[aria-label^="${label} "]`);
    const dream = column('Planned').locator('li', { hasText: 'Dream' });
    await dream.focus();
    await page.keyboard.press('Control+ArrowRight');
    await page.locator('lightning-toast', { hasText: 'A booked trip needs a price.' }).waitFor();
    await dream.waitFor();

    await column('Planned').locator('li', { hasText: 'Trip 00' }).focus();
    await page.keyboard.press('Control+ArrowRight');
    await column('Booked').locator('li', { hasText: 'Trip 00' }).waitFor();
    await page
      .locator('list-kanban [role=status]', { hasText: 'Moved to Booked.' })
      .waitFor({ state: 'attached' });
    const [moved] = org.test.query(
      "SELECT Status__c FROM Trip__c WHERE Name = 'Trip 00'",
      org.test.user(TRAVELLER),
    );
    expect(moved).toEqual({ Status__c: 'Booked' });
    expect(errors).toEqual([]);
  });
});
