import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('a related list', () => {
  let org: BrowserOrg;
  let agencyId: string;
  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    const owner = org.test.user(TRAVELLER).id;
    [agencyId = ''] = org.test.insert('Account', [{ Name: 'Far Away', OwnerId: owner }]);
    org.test.insert(
      'Trip__c',
      ['Alps', 'Lakes', 'Coast'].map((Name) => ({ Name, OwnerId: owner, Agency__c: agencyId })),
    );
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('lists the records below a record, sorts them, leads to them, and lets go of one that is deleted', async () => {
    const address = `/lightning/r/Account/${agencyId}/related/Trips__r/view`;
    const { page, errors } = await org.open(TRAVELLER, address);
    const names = page.locator('force-related-list tbody th');
    await page.getByRole('heading', { name: 'Trips (3)' }).waitFor();
    expect(await names.allInnerTexts()).toEqual(['Alps', 'Coast', 'Lakes']);

    await page.locator('thead').getByRole('button', { name: 'Trip Name' }).first().click();
    await names.filter({ hasText: 'Alps' }).waitFor();
    await page.getByRole('row', { name: /Coast/ }).getByRole('button', { name: 'Show actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.locator('lightning-toast', { hasText: 'Trip was deleted.' }).waitFor();
    await page.getByRole('heading', { name: 'Trips (2)' }).waitFor();
    expect(org.test.query('SELECT Name FROM Trip__c ORDER BY Name')).toEqual([
      { Name: 'Alps' },
      { Name: 'Lakes' },
    ]);

    await page.getByRole('link', { name: 'Lakes' }).click();
    await page.getByRole('heading', { name: 'Lakes' }).waitFor();
    expect(errors).toEqual([]);
  });
});
