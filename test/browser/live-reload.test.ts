import { BrowserOrg, fixturePackage } from './testing/browser-org';

const CARD = 'lwc/tripCard/tripCard.html';
const ADMIN = 'admin@local.org';

describe('a deploy while a page is open', () => {
  let org: BrowserOrg;
  let address: string;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const [id = ''] = org.test.insert('Trip__c', [{ Name: 'Alps', Price__c: 1200 }]);
    address = `/lightning/r/Trip__c/${id}/view`;
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  const cardWith = (text: string): Record<string, string> => {
    const files = Object.entries(fixturePackage()).filter(([path]) => path.startsWith('lwc/tripCard/'));
    const card = { ...Object.fromEntries(files) };
    return {
      ...card,
      [CARD]: (card[CARD] ?? '').replace('</lightning-card>', `<p>${text}</p></lightning-card>`),
    };
  };

  it('shows an edited component in its place, and the rest of the page stays', async () => {
    const { page, errors } = await org.open(ADMIN, address);
    await page.locator('c-trip-card').waitFor();
    await page.evaluate("document.querySelector('force-highlights-panel').dataset.seen = 'yes'");
    await org.test.deploy(cardWith('New in this version'));
    await page.getByText('New in this version').waitFor();
    expect(await page.locator('force-highlights-panel').getAttribute('data-seen')).toBe('yes');
    expect(errors).toEqual([]);
  });

  it('loads the page anew when what everything rests on has changed', async () => {
    const { page } = await org.open(ADMIN, address);
    await page.locator('force-detail-panel').waitFor();
    await page.evaluate("document.body.dataset.seen = 'yes'");
    const loaded = page.waitForEvent('load');
    await org.test.deploy({
      'customPermissions/Guide.customPermission': { isLicensed: false, label: 'Guide' },
    });
    await loaded;
    await page.locator('force-detail-panel').waitFor();
    expect(await page.locator('body').getAttribute('data-seen')).toBeNull();
  });
});
