import type { Page } from 'playwright-core';
import { BrowserOrg } from './testing/browser-org';

const ADMIN = 'admin@local.org';
const TRAVELLER = 'traveller@test.org';
const HOME = '/lightning/page/home';
const HOUR_MS = 3_600_000;

const CONFIGURATION = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>67.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__RecordPage</target></targets>
</LightningComponentBundle>`;

const component = (name: string, body: string): Record<string, string> => ({
  [`lwc/${name}/${name}.js`]: [
    "import { LightningElement, api, wire } from 'lwc';",
    "import { getRecord } from 'lightning/uiRecordApi';",
    'export default class extends LightningElement {',
    '@api recordId;',
    '@wire(getRecord, { recordId: "$recordId", fields: ["Trip__c.Price__c"] }) take(result) { this.taken(result); }',
    'taken() {}',
    body,
    '}',
  ].join('\n'),
  [`lwc/${name}/${name}.html`]: '<template><p>{text}</p></template>',
  [`lwc/${name}/${name}.js-meta.xml`]: CONFIGURATION,
});

const BROKEN = {
  ...component(
    'brokenConstructor',
    "constructor() { super(); throw new Error('Broken in its constructor'); }",
  ),
  ...component('brokenRender', "get text() { throw new Error('Broken in its template'); }"),
  ...component('brokenWire', "taken({ data }) { if (data) throw new Error('Broken in its wire'); }"),
};

const region = (name: string, componentNames: readonly string[]): object => ({
  name,
  type: 'Region',
  itemInstances: componentNames.map((componentName) => ({ componentInstance: { componentName } })),
});

const PAGE = {
  masterLabel: 'Trip Page',
  sobjectType: 'Trip__c',
  template: { name: 'flexipage:recordHomeTemplateDesktop' },
  type: 'RecordPage',
  flexiPageRegions: [
    region('header', ['force:highlightsPanel']),
    region('main', [
      'brokenConstructor',
      'brokenRender',
      'brokenWire',
      'brokenOnConnect',
      'force:detailPanel',
    ]),
    region('sidebar', ['tripCard']),
  ],
};

describe('pages that meet what they should not', () => {
  let org: BrowserOrg;
  let address: string;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    const { id: OwnerId } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.addUser('guest', { profile: 'Minimum Access - Salesforce' });
    const [id = ''] = org.test.insert('Trip__c', [{ Name: 'Alps', Price__c: 900, OwnerId }]);
    address = `/lightning/r/Trip__c/${id}/view`;
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  const staysUsable = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.waitForURL(`**${HOME}`);
    await page.locator('home-recent-records').waitFor();
  };

  /** Edits the price in its place and leaves it unsaved. */
  const enterPrice = async (page: Page, price: string): Promise<void> => {
    const detail = page.locator('force-detail-panel');
    await detail.getByRole('button', { name: 'Edit Price' }).click();
    await detail.getByLabel('Price').fill(price);
    await detail.getByLabel('Price').press('Tab');
  };

  it.each([
    ['an unknown record', '/lightning/r/Trip__c/a00000000000999AAA/view', "This page isn't available"],
    ['an id of no object', '/lightning/r/Trip__c/zzz000000000999AAA/view', "This page isn't available"],
    ['an unknown tab', '/lightning/n/Nowhere', "This page isn't available"],
    ['an unknown object', '/lightning/o/Wombat__c/list', 'Wombat__c'],
    ['an unknown kind of page', '/lightning/wombat/x', 'The local org does not have this page'],
    ['an address whose escapes mean nothing', '/lightning/n/%25E0%25A4%25A', "This page isn't available"],
  ])('say so at %s', async (_title, path, text) => {
    const { page, errors } = await org.open(TRAVELLER, path);
    await page.getByText(text).first().waitFor();
    await staysUsable(page);
    expect(errors).toEqual([]);
  });

  it('show neither a record nor the home of an object that the user may not see', async () => {
    const { page, errors } = await org.open('guest@test.org', address);
    await page.getByRole('heading', { name: "This page isn't available" }).waitFor();
    expect(await page.getByText('Alps').count()).toBe(0);
    await page.goto(`${org.url}/lightning/o/Trip__c/list`);
    await page.locator('list-object-home [role=alert], [data-page-problem]').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('go on in an app that there is when the address names none', async () => {
    const { page, errors } = await org.open(TRAVELLER, '/lightning/app/Nowhere');
    await page.waitForURL(`**${HOME}`);
    await page.locator('home-recent-records').waitFor();
    expect(errors).toEqual([]);
  });

  it('replace only the component that throws, and name the place', async () => {
    await org.test.deploy({ ...BROKEN, 'flexipages/Trip_Page.flexipage': PAGE } as never);
    const { page } = await org.open(TRAVELLER, address);
    const failures = page.locator('shell-component-error');
    for (const [text, place] of [
      ['Broken in its constructor', 'brokenConstructor/brokenConstructor.js:7'],
      ['Broken in its template', 'brokenRender/brokenRender.js:7'],
      ['Broken in its wire', 'brokenWire/brokenWire.js:7'],
      ['This component always fails', 'brokenOnConnect/brokenOnConnect.js:5'],
    ] as const) {
      await failures.filter({ hasText: text }).getByText(place).waitFor();
    }
    expect(await failures.count()).toBe(4);
    await page.locator('c-trip-card .price', { hasText: '$900.00' }).waitFor();
    await page.locator('force-detail-panel [data-field=Price__c]', { hasText: '$900.00' }).waitFor();
  });

  it('keep what was entered while the session ends and a new one begins', async () => {
    const { page } = await org.open(TRAVELLER, address);
    await enterPrice(page, '950');
    org.test.org.advanceClock(3 * HOUR_MS);
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    await page.getByText('Your session has ended.').waitFor();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Log in' }).click();
    const login = await opened;
    await login.locator(`button[name=user][value="${TRAVELLER}"]`).click();
    await login.locator('force-detail-panel [data-field=Price__c]', { hasText: '$900.00' }).waitFor();
    await save.click();
    await page.locator('force-detail-panel [data-field=Price__c]', { hasText: '$950.00' }).waitFor();
    await page.getByText('Your session has ended.').waitFor({ state: 'detached' });
  });

  it('keep what was entered while the org restarts', async () => {
    const { page } = await org.open(TRAVELLER, address);
    await enterPrice(page, '960');
    const start = await org.stopServer();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The org does not answer.').first().waitFor();
    await start();
    await page.locator('.local-org-connection').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('force-detail-panel [data-field=Price__c]', { hasText: '$960.00' }).waitFor();
  });

  it('load by themselves what they could not while there was no network', async () => {
    const { page } = await org.open(ADMIN, HOME);
    await page.locator('home-recent-records').waitFor();
    await page.context().setOffline(true);
    await page.evaluate(
      `history.pushState(null, '', '${address}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.getByText('The org does not answer.').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Alps' }).waitFor();
  });

  it('tell of an answer that cannot be read', async () => {
    const { page } = await org.open(TRAVELLER, HOME);
    await page.locator('home-recent-records').waitFor();
    await page.route(/local-org\/pages\/record/, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Proxy</h1>' }),
    );
    await page.goto(`${org.url}${address}`);
    await page.getByText('The answer cannot be read.').waitFor();
    await staysUsable(page);
  });
});
