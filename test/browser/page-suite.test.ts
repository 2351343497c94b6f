import { isAsListed } from '../../local-org/src/cli/conformance/page-suite';
import { PageOpener } from '../../local-org/src/cli/conformance/opened-page';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';
const MAP_PAGE = '/lightning/n/Trip_Map';

describe('pages of a project', () => {
  let org: BrowserOrg;
  let travellerId: string;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    travellerId = org.test.addUser('traveller', { permissionSets: ['Traveller'] }).id;
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('are opened with every tab; what parity lists as unsupported may be missing', async () => {
    const { page } = await org.open(TRAVELLER, '/lightning/page/home');
    const opened = await new PageOpener(page, org.url).open(MAP_PAGE);
    expect(opened).toEqual({
      path: MAP_PAGE,
      title: 'Trip Map',
      components: ['c-trip-place', 'c-trip-places', 'flexipage-tabset'],
      placeholders: ['forceChatter:publisher'],
      errors: [],
      blocked: [],
    });
    expect(isAsListed(opened)).toBe(true);
  });

  it('fail by components that are unknown or throw, and by pages that are not there', async () => {
    const [id = ''] = org.test.insert('Trip__c', [
      { Name: 'Broken', Price__c: 1, Status__c: 'Booked', OwnerId: travellerId },
    ]);
    const { page } = await org.open(TRAVELLER, '/lightning/page/home');
    const opener = new PageOpener(page, org.url);
    const record = await opener.open(`/lightning/r/Trip__c/${id}/view`);
    expect(record.placeholders).toEqual(['other:unheardOf']);
    expect(record.errors).toContainEqual(expect.stringContaining('This component always fails'));
    const missing = await opener.open('/lightning/n/Nowhere');
    expect(missing.errors).toContainEqual(expect.stringContaining("This page isn't available"));
    expect([record, missing].map(isAsListed)).toEqual([false, false]);
  });

  it('have components that tell each other of places on a map, and load scripts of static resources', async () => {
    const { page, errors } = await org.open(TRAVELLER, MAP_PAGE);
    await page.getByRole('img', { name: 'Plot of 2 markers' }).waitFor();
    expect(await page.locator('lightning-map li').allInnerTexts()).toEqual([
      expect.stringContaining('Harbour'),
      expect.stringMatching(/Summit\s+3\.00000, 4\.00000/),
      expect.stringMatching(/Inn\s+1 Main Street, Lakeside/),
    ]);
    const summit = page.getByRole('button', { name: 'Summit' });
    await summit.press('Enter');
    await page.locator('c-trip-place .place', { hasText: 'Summit' }).waitFor();
    await page.locator('c-trip-place .distance', { hasText: '5 degrees away' }).waitFor();
    expect(await summit.getAttribute('aria-pressed')).toBe('true');
    await page.locator('[data-selected-marker] b', { hasText: 'ice' }).waitFor();
    await page.locator('lightning-map .pin').first().click();
    await page.locator('c-trip-place .distance', { hasText: '0 degrees away' }).waitFor();
    expect(errors).toEqual([]);
  });
});
