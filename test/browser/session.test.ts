import { TestOrg } from '../../local-org/src/org/testing/test-org';
import { startServer } from '../../local-org/src/server';
import { BrowserOrg } from './testing/browser-org';

const ADMIN = 'admin@local.org';
const HOUR_MS = 3_600_000;

describe('the session of a page', () => {
  let org: BrowserOrg;
  beforeAll(async () => {
    org = await BrowserOrg.start();
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('begins with a click on a user, at the page that was asked for', async () => {
    const { page, errors } = await org.open(ADMIN, '/lightning/page/home?from=here', { newBrowser: true });
    await page.locator('shell-header').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/lightning/page/home?from=here');
    expect(errors).toEqual([]);
  });

  it('lives in a cookie that scripts cannot read, and ends with the logout', async () => {
    const { page } = await org.open(ADMIN, '/lightning/page/home', { newBrowser: true });
    await page.locator('shell-header').waitFor();
    const [cookie] = await page.context().cookies();
    const name = `sid-${new URL(org.url).port}`;
    expect(cookie).toMatchObject({ name, httpOnly: true, sameSite: 'Strict' });
    await page.getByRole('button', { name: 'Menu of Admin User' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in as' }).waitFor();
    const answer = await fetch(`${org.url}/services/data/v67.0/limits`, {
      headers: { cookie: `${name}=${cookie?.value ?? ''}` },
    });
    expect(answer.status).toBe(401);
  });

  it('is that of one org, though another one is open at the same host', async () => {
    const other = new TestOrg();
    const server = await startServer(other.org, { port: 0 });
    const { page } = await org.open(ADMIN, '/lightning/page/home', { newBrowser: true });
    await page.locator('shell-header').waitFor();
    const beside = await page.context().newPage();
    await beside.goto(server.url);
    await beside.getByRole('heading', { name: 'Log in as' }).waitFor();
    await beside.locator(`button[name=user][value="${ADMIN}"]`).click();
    await beside.locator('shell-header').waitFor();
    await page.reload();
    await page.locator('shell-header').waitFor();
    await beside.close();
    await server.close();
    other.org.close();
  });

  it('saves nothing for a request that no page of the org has made', async () => {
    const { page } = await org.open(ADMIN, '/lightning/page/home', { newBrowser: true });
    await page.locator('shell-header').waitFor();
    const status = await page.evaluate(`fetch('/services/data/v67.0/sobjects/Account', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"Name":"Forged"}',
    }).then((answer) => answer.status)`);
    expect(status).toBe(401);
    expect(org.test.query("SELECT Name FROM Account WHERE Name = 'Forged'")).toEqual([]);
  });

  it('says that it has ended, and offers the login', async () => {
    const [id = ''] = org.test.insert('Trip__c', [{ Name: 'Alps', Price__c: 1200 }]);
    const { page } = await org.open(ADMIN, '/lightning/page/home', { newBrowser: true });
    await page.locator('shell-header').waitFor();
    org.test.org.advanceClock(3 * HOUR_MS);
    await page.evaluate(`window.history.pushState(null, '', '/lightning/r/Trip__c/${id}/view');
      window.dispatchEvent(new PopStateEvent('popstate'))`);
    await page.getByText('Your session has ended.').waitFor();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Log in' }).click();
    const login = await opened;
    await login.getByText('Log in again to continue').waitFor();
    await login.locator(`button[name=user][value="${ADMIN}"]`).click();
    await login.getByRole('heading', { name: 'Alps' }).waitFor();
  });

  it('opens with the address that the Salesforce CLI makes', async () => {
    const { page } = await org.open(ADMIN, '/lightning/page/home', { newBrowser: true });
    await page.locator('shell-header').waitFor();
    const [cookie] = await page.context().cookies();
    await page.context().clearCookies();
    const token = encodeURIComponent(cookie?.value ?? '');
    await page.goto('about:blank');
    await page.goto(`${org.url}/secur/frontdoor.jsp?sid=${token}&retURL=lightning%2Fpage%2Fhome`);
    await page.locator('shell-header').waitFor();
    expect(new URL(page.url()).pathname).toBe('/lightning/page/home');
  });

  it('outlives a restart of the org: the page says what is wrong, and works again by itself', async () => {
    const { id: OwnerId, username } = org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    const [id = ''] = org.test.insert('Trip__c', [{ Name: 'Lakes', Price__c: 300, OwnerId }]);
    const { page } = await org.open(username, `/lightning/r/Trip__c/${id}/view`, { newBrowser: true });
    await page.locator('c-trip-card .price', { hasText: '$300.00' }).waitFor();
    const start = await org.stopServer();
    await page.getByRole('button', { name: 'Raise the price' }).click();
    await page.getByText('The org does not answer.').first().waitFor();
    await start();
    await page.getByText('The org does not answer.').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Raise the price' }).click();
    await page.locator('c-trip-card .price', { hasText: '$400.00' }).waitFor();
  });
});
