import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../../local-org/src/cli/browser/launch-browser';
import { TestOrg } from '../../../local-org/src/org/testing/test-org';
import { startServer, type OrgServer } from '../../../local-org/src/server';

const FIXTURE = join(__dirname, '../fixture');
const VIEWPORT = { width: 1440, height: 900 };
/** Window of a phone. */
export const PHONE = { width: 390, height: 844 };

/** A page with what went wrong on it: errors that no component caught, and requests that left the machine. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** How a user comes to a page. */
export interface OpenOptions {
  /** Size of the window in CSS pixels; default that of a desktop. */
  readonly viewport?: Readonly<{ width: number; height: number }>;
  /** In a browser that the user has not used yet: for tests of logins, cookies and the connection. */
  readonly newBrowser?: boolean;
}

/** A tab begins without what earlier ones have stored; what it stores itself stays while it is open. */
const FORGET_EARLIER_TABS = `if (sessionStorage.getItem('isOpen') === null) {
  localStorage.clear();
  sessionStorage.setItem('isOpen', '');
}`;

/** An org that is served to a real browser. */
export class BrowserOrg {
  /** The browsers of the users, by username: like theirs, they keep cookies and what the org lets them cache. */
  private readonly browsers = new Map<string, BrowserContext>();

  private constructor(
    readonly test: TestOrg,
    private server: OrgServer,
    private readonly browser: Browser,
  ) {}

  /** An org with the package of the fixture folder. */
  static async start(): Promise<BrowserOrg> {
    const test = new TestOrg();
    await test.deploy(fixturePackage());
    return BrowserOrg.serve(test, await startServer(test.org, { port: 0 }));
  }

  /** An org that listens already. */
  static async serve(test: TestOrg, server: OrgServer): Promise<BrowserOrg> {
    await server.pagesReady();
    const browser = await launchBrowser();
    return new BrowserOrg(test, server, browser);
  }

  get url(): string {
    return this.server.url;
  }

  /** Opens an address for a user: `/lightning/page/home`. Logs him in by a click on the login page when he is not. */
  async open(
    username: string,
    path: string,
    { viewport = VIEWPORT, newBrowser = false }: OpenOptions = {},
  ): Promise<WatchedPage> {
    if (newBrowser) await this.closeBrowser(username);
    const page = await (await this.browserOf(username)).newPage();
    await page.setViewportSize(viewport);
    await page.addInitScript(FORGET_EARLIER_TABS);
    // The page has the day of the org, while its timers run on.
    await page.clock.setFixedTime(this.test.org.clock.now());
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(this.url)) {
        errors.push(`left the machine: ${request.url()}`);
      }
    });
    await page.goto(`${this.url}${path}`);
    const isLogin = new URL(page.url()).pathname.startsWith('/login');
    if (isLogin) await page.locator(`button[name=user][value="${username}"]`).click();
    return { page, errors };
  }

  /** Stops the server, and starts it again at the same address when the function that comes back is called. */
  async stopServer(): Promise<() => Promise<void>> {
    const port = Number(new URL(this.url).port);
    await this.server.close();
    return async () => {
      this.server = await startServer(this.test.org, { port });
    };
  }

  /** Closes the pages of a test. */
  async closePages(): Promise<void> {
    const pages = [...this.browsers.values()].flatMap((context) => context.pages());
    await Promise.all(pages.map((page) => page.close()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    this.test.org.close();
  }

  private async browserOf(username: string): Promise<BrowserContext> {
    let context = this.browsers.get(username);
    if (!context) {
      context = await this.browser.newContext();
      this.browsers.set(username, context);
    }
    return context;
  }

  private async closeBrowser(username: string): Promise<void> {
    await this.browsers.get(username)?.close();
    this.browsers.delete(username);
  }
}

/** The files of the fixture folder as a package. */
export function fixturePackage(): Record<string, string> {
  const files = readdirSync(FIXTURE, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(FIXTURE.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
