import { violations } from './testing/axe';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('favorites', () => {
  let org: BrowserOrg;
  let alps: string;
  beforeAll(async () => {
    org = await BrowserOrg.start();
    const OwnerId = org.test.addUser('traveller', { permissionSets: ['Traveller'] }).id;
    [alps = ''] = org.test.insert('Trip__c', [{ OwnerId, Name: 'Alps', Price__c: 1200 }]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('keeps records and lists with the star, leads to them from the menu, and lets them go', async () => {
    const { page, errors } = await org.open(TRAVELLER, `/lightning/r/Trip__c/${alps}/view`);
    const add = page.getByRole('button', { name: 'Add this page to favorites' });
    const remove = page.getByRole('button', { name: 'This page is a favorite. Remove it.' });
    const menu = page.getByRole('button', { name: 'Favorites list' });
    await page.getByRole('heading', { name: 'Alps' }).first().waitFor();
    await add.press('Enter');
    await remove.waitFor();

    await page.goto(`${org.url}/lightning/o/Trip__c/list?filterName=Expensive`);
    await page.getByRole('heading', { name: 'My Expensive Trips' }).waitFor();
    await add.click();
    await remove.waitFor();
    expect(await violations(page)).toEqual([]);

    await menu.click();
    await page.getByRole('menuitem', { name: 'Alps (Trip)' }).click();
    await page.getByRole('heading', { name: 'Alps' }).first().waitFor();
    await remove.waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: 'My Expensive Trips (Trip)' }).click();
    await page.getByRole('heading', { name: 'My Expensive Trips' }).waitFor();

    await remove.click();
    await add.waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Alps (Trip)' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'My Expensive Trips (Trip)' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('keeps a dashboard, and offers no star where there is no page to keep', async () => {
    const dashboard = org.test.idOf('Dashboard', 'DeveloperName', 'Trips');
    const { page, errors } = await org.open(TRAVELLER, `/lightning/r/Dashboard/${dashboard}/view`);
    await page.getByRole('button', { name: 'Add this page to favorites' }).click();
    await page.getByRole('button', { name: 'This page is a favorite. Remove it.' }).waitFor();
    await page.goto(`${org.url}/lightning/search?term=Alps`);
    expect(await page.getByRole('button', { name: 'Add this page to favorites' }).isDisabled()).toBe(true);
    expect(errors).toEqual([]);
  });
});
