import { BrowserOrg } from './testing/browser-org';
import { overflow } from './testing/overflow';

const TRAVELLER = 'traveller@test.org';

describe('a record page', () => {
  let org: BrowserOrg;
  const insertTrip = (values: Readonly<Record<string, string | number>>): string => {
    const [id = ''] = org.test.insert('Trip__c', [{ OwnerId: org.test.user(TRAVELLER).id, ...values }]);
    return id;
  };
  const view = (id: string): string => `/lightning/r/Trip__c/${id}/view`;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.addUser('stranger', { permissionSets: ['Traveller'] });
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('shows the record, its fields and a component of the org', async () => {
    const id = insertTrip({ Name: 'Alps', Price__c: 1200, Status__c: 'Planned' });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('heading', { name: 'Alps' }).waitFor();
    expect(await page.title()).toBe('Alps');
    await page.locator('c-trip-card .price', { hasText: '$1,200.00' }).waitFor();
    await page.locator('force-detail-panel [data-field=Price__c]', { hasText: '$1,200.00' }).waitFor();
    expect(await page.locator('[data-component="other:unheardOf"]').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('is asked for once, also by a browser that does not know the app yet', async () => {
    const id = insertTrip({ Name: 'Coast', Price__c: 1 });
    const { page } = await org.open(TRAVELLER, '/login');
    const models: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/local-org/pages/')) models.push(pathname);
    });
    await page.goto(`${org.url}${view(id)}`);
    await page.locator('c-trip-card .price', { hasText: '$1.00' }).waitFor();
    await page.locator('force-detail-panel [data-field=Price__c]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(models).toEqual([`/local-org/pages/record/${id}`]);
  });

  it('shows a save by one component in all others', async () => {
    const id = insertTrip({ Name: 'Lakes', Price__c: 300 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.locator('c-trip-card .price', { hasText: '$300.00' }).waitFor();
    await page.getByRole('button', { name: 'Raise the price' }).click();
    await page.locator('lightning-toast', { hasText: 'Saved' }).waitFor();
    await page.locator('c-trip-card .price', { hasText: '$400.00' }).waitFor();
    await page.locator('force-detail-panel [data-field=Price__c]', { hasText: '$400.00' }).waitFor();
    const saved = org.test.query(`SELECT Price__c FROM Trip__c WHERE Id = '${id}'`, org.test.user(TRAVELLER));
    expect(saved).toEqual([{ Price__c: 400 }]);
    expect(errors).toEqual([]);
  });

  it('gives a component its record only with all fields that it asked for', async () => {
    const id = insertTrip({ Name: 'Fjords', Price__c: 7, Status__c: 'Planned' });
    const { page } = await org.open(TRAVELLER, '/lightning/page/home');
    await page.locator('shell-header').waitFor();
    const slow = Promise.withResolvers<undefined>();
    await page.route(/Price__c/, async (route) => {
      await slow.promise;
      await route.continue();
    });
    const whenOthersKnow = page.evaluate(`import('shell/records').then(async ({ watchRecord }) => {
      const watch = (field, hear) => watchRecord('${id}', { fields: [field], optionalFields: [] }, hear);
      window.heard = [];
      window.firstHeard = new Promise((hear) => {
        watch('Trip__c.Price__c', ({ fields }) => hear(window.heard.push(fields.Price__c?.value)));
      });
      await new Promise((next) => setTimeout(next));
      await new Promise((hear) => watch('Trip__c.Status__c', hear));
      return [...window.heard];
    })`);
    expect(await whenOthersKnow).toEqual([]);
    slow.resolve(undefined);
    await page.evaluate('window.firstHeard');
    expect(await page.evaluate('window.heard')).toEqual([7]);
  });

  it('keeps the page when a component throws, and names what it does not know', async () => {
    const id = insertTrip({ Name: 'A broken trip', Price__c: 1, Status__c: 'Booked' });
    const { page } = await org.open(TRAVELLER, view(id));
    await page.getByText('This component always fails').waitFor();
    await page.locator('[data-placeholder="other:unheardOf"]').waitFor();
    await page.locator('c-trip-card .price', { hasText: '$1.00' }).waitFor();
  });

  it('shows markup in a name as text', async () => {
    const id = insertTrip({ Name: '<img src=x onerror=alert(1)>', Price__c: 1 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('shows a text of 10,000 characters without breaking the page', async () => {
    const id = insertTrip({ Name: 'Long', Price__c: 1, Notes__c: `${'word '.repeat(1999)}end` });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    const notes = page.locator('force-detail-panel [data-field=Notes__c]');
    await notes.filter({ hasText: 'end' }).waitFor();
    expect(await overflow(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('says so when the user may not see the record', async () => {
    const id = insertTrip({ Name: 'Private', Price__c: 1 });
    const { page } = await org.open('stranger@test.org', view(id));
    await page.getByRole('heading', { name: "This page isn't available" }).waitFor();
    expect(await page.locator('force-highlights-panel').count()).toBe(0);
  });
});
