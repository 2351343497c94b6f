import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';
const TOOLS = '/lightning/n/Trip_Tools';

describe('components and modules of the platform', () => {
  let org: BrowserOrg;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const { id } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.insert('Account', [
      { Name: 'Alpine Agency', Phone: '111', BillingCity: 'Bern', OwnerId: id },
      { Name: 'Closed Agency', Phone: '333', BillingCity: 'Oslo', OwnerId: id },
      { Name: 'Nordic Agency', Phone: '222', BillingCity: 'Oslo', OwnerId: id },
    ]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('record picker and file upload: one chooses a record, the other joins a file to it', async () => {
    const { page, errors } = await org.open(TRAVELLER, TOOLS);
    const picker = page.getByRole('combobox', { name: 'Agency' });
    await picker.fill('Agency');
    const option = page.getByRole('option');
    await option.first().waitFor();
    expect(await option.allInnerTexts()).toEqual([expect.stringMatching(/Nordic Agency\s+222/)]);
    await picker.fill('222');
    await option.filter({ hasText: 'Nordic Agency' }).click();
    const agencyId = org.test.idOf('Account', 'Name', 'Nordic Agency');
    await page.locator('.agency', { hasText: agencyId }).waitFor();

    await page.locator('input[type=file]').setInputFiles({
      name: 'route.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('north'),
    });
    await page.locator('.files', { hasText: 'route.txt' }).waitFor();
    const links = org.test.query(
      `SELECT ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId = '${agencyId}'`,
    );
    expect(links).toMatchObject([{ ContentDocument: { fields: { Title: 'route' } } }]);
    expect(errors).toEqual([]);
  });

  it('rich text: shows formats and nothing that runs, and gives what is typed as HTML', async () => {
    const { page, errors } = await org.open(TRAVELLER, TOOLS);
    const story = page.getByRole('textbox', { name: 'Story' });
    await story.locator('b', { hasText: 'rained' }).waitFor();
    expect(await story.locator('[onerror]').count()).toBe(0);
    await story.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('It snowed');
    await page.keyboard.press('ControlOrMeta+a');
    await page.getByRole('button', { name: 'Italic' }).click();
    await page.locator('.story', { hasText: '<i>It snowed</i>' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('empApi: an event arrives', async () => {
    const { page, errors } = await org.open(TRAVELLER, TOOLS);
    await page.locator('.signals[data-subscribed=true]').waitFor({ state: 'attached' });
    org.test.org.events.publish('Trip_Signal__e', [{ Text__c: 'all aboard' }], org.test.admin.id);
    await page.locator('.signals', { hasText: 'all aboard;' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('toast: puts texts and links into the message, and stays until it is closed', async () => {
    const { page, errors } = await org.open(TRAVELLER, TOOLS);
    await page.getByRole('button', { name: 'Say it' }).click();
    const toast = page.locator('lightning-toast', { hasText: 'Mind the gap' });
    await toast.getByText('<b>Platform 9</b> is closed, see the map.').waitFor();
    expect(await toast.getByRole('link', { name: 'the map' }).getAttribute('href')).toBe(
      'https://example.com/map',
    );
    await toast.locator('.slds-theme_warning').waitFor();
    await toast.getByRole('button').click();
    await toast.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});
