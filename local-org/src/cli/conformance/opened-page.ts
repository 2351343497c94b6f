import type { Page, Request } from 'playwright-core';

/** What a page showed when everything on it was opened. */
export interface OpenedPage {
  /** Path and query: `/lightning/n/Explorer`. */
  readonly path: string;
  readonly title: string;
  /** Components of the page, as tags: `c-property-map`, `force-highlights-panel`. */
  readonly components: readonly string[];
  /** Components that the local org does not have, by their name in FlexiPages. */
  readonly placeholders: readonly string[];
  /** Errors of scripts, requests that were refused, messages that the page shows in place of itself or of a part. */
  readonly errors: readonly string[];
  /** Other machines from which the page would have loaded something: `https://tile.openstreetmap.org`. */
  readonly blocked: readonly string[];
}

/** What the browser says when the policy of the page keeps something out; the request is in `blocked`. */
const POLICY_MESSAGE = 'Content Security Policy';
/** A refused request is in the list already. */
const REQUEST_MESSAGE = 'Failed to load resource';
/** Requests that wait for news stay open for as long as the page does. */
const WAITS_FOR_NEWS = /^\/(?:cometd\/|local-org\/changes)/;
const SETTLE_MS = 300;
const STEP_MS = 50;
const LONGEST_WAIT_MS = 15_000;
/** What hides other components until it is chosen. */
const PARTS =
  'flexipage-page a[role=tab]:visible, flexipage-page .slds-accordion__summary-action[aria-expanded=false]:visible';
const BAD_REQUEST = 400;

/** Opens addresses of an org in a browser that is logged in, and watches what comes of it. */
export class PageOpener {
  private readonly errors = new Set<string>();
  private readonly blocked = new Set<string>();
  private readonly pending = new Set<Request>();

  constructor(
    private readonly page: Page,
    private readonly orgUrl: string,
  ) {
    page.on('pageerror', (error) => this.errors.add(error.stack ?? error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() !== 'error') return;
      if (!text.includes(POLICY_MESSAGE) && !text.startsWith(REQUEST_MESSAGE)) this.errors.add(text);
    });
    page.on('response', (response) => {
      if (response.status() >= BAD_REQUEST)
        this.errors.add(`${response.status()} ${response.request().method()} ${this.pathOf(response.url())}`);
    });
    page.on('request', (request) => {
      if (!WAITS_FOR_NEWS.test(this.pathOf(request.url()))) this.pending.add(request);
    });
    page.on('requestfinished', (request) => this.pending.delete(request));
    page.on('requestfailed', (request) => {
      this.pending.delete(request);
      if (!request.url().startsWith(orgUrl)) this.blocked.add(new URL(request.url()).origin);
    });
  }

  /** Opens a path of the org, then every tab and section on it, one after the other. */
  async open(path: string): Promise<OpenedPage> {
    this.errors.clear();
    this.blocked.clear();
    this.pending.clear();
    await this.page.goto(`${this.orgUrl}${path}`);
    await this.settle();
    const components = new Set<string>();
    const placeholders = new Set<string>();
    await this.collect(components, placeholders);
    while (await this.openNextPart()) await this.collect(components, placeholders);
    for (const text of await this.textsOf('[data-page-problem], shell-component-error, .slds-toast_error'))
      this.errors.add(text);
    return {
      path,
      title: await this.page.title(),
      components: [...components].sort(),
      placeholders: [...placeholders].sort(),
      errors: [...this.errors],
      blocked: [...this.blocked].sort(),
    };
  }

  /** A picture of all that is on the page now. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, fullPage: true });
  }

  /**
   * Opens the last part that was not opened before: what stands inside another comes before it is hidden again.
   * @returns whether there was one
   */
  private async openNextPart(): Promise<boolean> {
    const parts = this.page.locator(PARTS);
    const index = await parts.evaluateAll((elements) => {
      const opened = ((globalThis as { openedParts?: WeakSet<object> }).openedParts ??= new WeakSet());
      const last = elements.findLastIndex((element) => !opened.has(element));
      const element = elements[last];
      if (element) opened.add(element);
      return last;
    });
    if (index < 0) return false;
    await parts.nth(index).click();
    await this.settle();
    return true;
  }

  private async collect(components: Set<string>, placeholders: Set<string>): Promise<void> {
    const tags = await this.page
      .locator('flexipage-component > :not([data-placeholder])')
      .evaluateAll((elements) => elements.map(({ localName }) => localName));
    const names = await this.page
      .locator('[data-placeholder]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-placeholder') ?? ''));
    for (const tag of tags) components.add(tag);
    for (const name of names) placeholders.add(name);
  }

  /** Waits until nothing loads any more for a moment: neither requests nor what shows a spinner. */
  private async settle(): Promise<void> {
    const spinner = this.page.locator('main lightning-spinner:visible');
    for (let waited = 0, quiet = 0; quiet < SETTLE_MS; waited += STEP_MS) {
      if (waited >= LONGEST_WAIT_MS) {
        const [request] = this.pending;
        const what = request ? this.pathOf(request.url()) : 'a component';
        this.errors.add(`${what} still loads after ${LONGEST_WAIT_MS / 1000} seconds`);
        return;
      }
      await this.page.waitForTimeout(STEP_MS);
      const isLoading = this.pending.size > 0 || (await spinner.count()) > 0;
      quiet = isLoading ? 0 : quiet + STEP_MS;
    }
  }

  private async textsOf(selector: string): Promise<string[]> {
    const texts = await this.page.locator(selector).allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  private pathOf(url: string): string {
    return url.startsWith(this.orgUrl) ? url.slice(this.orgUrl.length) : url;
  }
}
