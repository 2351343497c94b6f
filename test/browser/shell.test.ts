import { violations } from './testing/axe';
import { BrowserOrg, PHONE } from './testing/browser-org';
import { overflow } from './testing/overflow';

const TRAVELLER = 'traveller@test.org';
const HOME = '/lightning/page/home';

describe('the shell', () => {
  let org: BrowserOrg;
  let travellerId: string;
  let address: string;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    travellerId = org.test.addUser('traveller', { permissionSets: ['Traveller'] }).id;
    const [id = ''] = org.test.insert('Trip__c', [
      { Name: 'Alpine crossing', Price__c: 900, OwnerId: travellerId },
    ]);
    address = `/lightning/r/Trip__c/${id}/view`;
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('shows the navigation of the app, and opens apps and items by the launcher', async () => {
    const { page, errors } = await org.open(TRAVELLER, HOME);
    await page.getByRole('button', { name: 'App Launcher' }).click();
    await page.getByLabel('Search apps and items').fill('trav');
    await page.getByRole('button', { name: 'Travel' }).click();
    const desk = page.getByRole('navigation').getByRole('link', { name: 'Trip Desk' });
    await desk.click();
    await page.locator('c-trip-form').waitFor();
    expect(new URL(page.url()).pathname).toBe('/lightning/n/Trip_Desk');
    expect(await desk.getAttribute('aria-current')).toBe('page');
    await page.goBack();
    await page.waitForURL(`**${HOME}`);
    expect(errors).toEqual([]);
  });

  it('finds records while one types, and all on a page of results', async () => {
    const { page, errors } = await org.open(TRAVELLER, HOME);
    await page.getByRole('button', { name: 'App Launcher' }).click();
    await page.getByRole('button', { name: 'Travel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const search = page.getByRole('combobox', { name: 'Search', exact: true });
    await search.fill('alpine');
    await page.getByRole('option', { name: 'Alpine crossing' }).click();
    await page.getByRole('heading', { name: 'Alpine crossing' }).waitFor();
    await search.fill('crossing');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'Results for crossing' }).waitFor();
    const trips = page.getByRole('article', { name: 'Trips' });
    await trips.getByRole('heading', { name: 'Trips (1)' }).waitFor();
    await trips.getByRole('link', { name: 'Alpine crossing' }).click();
    await page.waitForURL(`**${address}`);
    expect(errors).toEqual([]);
  });

  it('tells of notifications, and leads to what they are about', async () => {
    const relatedRecordId = address.split('/')[4] ?? null;
    const message = {
      subject: 'Your trip is near',
      body: 'Pack your things',
      relatedRecordId,
      source: 'test',
    };
    org.test.org.outbox.send({ kind: 'notification', recipients: [travellerId], ...message });
    const { page, errors } = await org.open(TRAVELLER, HOME);
    await page.getByRole('button', { name: 'Notifications: 1 unread' }).click();
    await page.getByRole('link', { name: 'Your trip is near' }).click();
    await page.getByRole('heading', { name: 'Alpine crossing' }).waitFor();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('names a page that it does not have', async () => {
    const { page } = await org.open(TRAVELLER, '/lightning/setup/ObjectManager/home');
    await page.getByRole('heading', { name: 'The local org does not have this page' }).waitFor();
    await page.getByText('setup/ObjectManager/home').waitFor();
  });

  it('ends a page whose record is deleted, and stays usable', async () => {
    const [id = ''] = org.test.insert('Trip__c', [{ Name: 'Short', Price__c: 1, OwnerId: travellerId }]);
    const { page } = await org.open(TRAVELLER, `/lightning/r/Trip__c/${id}/view`);
    await page.locator('c-trip-card .price', { hasText: '$1.00' }).waitFor();
    const context = { user: org.test.admin, mode: 'system', apiVersion: 67 } as const;
    org.test.org.dml.delete([id], { context, allOrNone: true });
    await page.getByRole('button', { name: 'Raise the price' }).click();
    await page.locator('lightning-toast', { hasText: 'Something on this page has failed' }).waitFor();
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.waitForURL(`**${HOME}`);
  });

  it('fits a phone: header, navigation, launcher, search and pages', async () => {
    const { page, errors } = await org.open(TRAVELLER, HOME, { viewport: PHONE });
    for (const [path, shown] of [
      [HOME, 'home-recent-records'],
      [address, 'force-detail-panel [data-field]'],
      ['/lightning/o/Trip__c/list', 'list-object-home'],
      ['/lightning/search?term=alpine', 'shell-search-results tbody tr'],
    ] as const) {
      await page.goto(`${org.url}${path}`);
      await page.locator(shown).first().waitFor();
      expect([path, await overflow(page)]).toEqual([path, []]);
    }
    await page.getByRole('button', { name: 'App Launcher' }).click();
    await page.getByLabel('Search apps and items').waitFor();
    expect(await overflow(page)).toEqual([]);
    await page.getByRole('button', { name: 'Travel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const search = page.getByRole('combobox', { name: 'Search', exact: true });
    await search.fill('alpine');
    const found = page.getByRole('option', { name: 'Alpine crossing' });
    await found.waitFor();
    expect(await overflow(page)).toEqual([]);
    await found.click();
    await page.getByRole('heading', { name: 'Alpine crossing' }).waitFor();
    await page.getByRole('button', { name: 'More items' }).click();
    await page.getByRole('menuitem', { name: 'Trip Desk' }).click();
    await page.waitForURL('**/lightning/n/Trip_Desk');
    expect(errors).toEqual([]);
  });

  it.each([
    ['a record page', (): string => address, 'force-detail-panel [data-field]'],
    [
      'an app page with a form',
      (): string => '/lightning/n/Trip_Desk',
      'lightning-input-field lightning-input',
    ],
    [
      'the results of a search',
      (): string => '/lightning/search?term=alpine',
      'shell-search-results tbody tr',
    ],
  ])('has no serious accessibility violation on %s', async (_title, path, shown) => {
    const { page } = await org.open(TRAVELLER, path());
    await page.locator(shown).first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
