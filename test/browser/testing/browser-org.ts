import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../../local-org/src/cli/browser/launch-browser';
import { TestOrg } from '../../../local-org/src/org/testing/test-org';
import { startServer, type OrgServer } from '../../../local-org/src/server';

const FIXTURE = join(__dirname, '../fixture');
const VIEWPORT = { width: 1440, height: 900 };

/** A page with what went wrong on it: errors that no component caught, and requests that left the machine. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** How a user comes to a page. */
export interface OpenOptions {
  /** Size of the window in CSS pixels; default that of a desktop. */
  readonly viewport?: Readonly<{ width: number; height: number }>;
}

/** An org that is served to a real browser. */
export class BrowserOrg {
  private readonly contexts: BrowserContext[] = [];

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

  /** Logs a user in by a click on the login page and opens an address: `/lightning/page/home`. */
  async open(
    username: string,
    path: string,
    { viewport = VIEWPORT }: OpenOptions = {},
  ): Promise<WatchedPage> {
    const context = await this.browser.newContext({ viewport });
    this.contexts.push(context);
    const page = await context.newPage();
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
    await page.locator(`button[name=user][value="${username}"]`).click();
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
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    this.test.org.close();
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
