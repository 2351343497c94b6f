import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../local-org/src/cli/browser/launch-browser';
import type { Measured } from './bench-case';
import { API_VERSION, deploy } from './deploy';
import { median } from './median';
import { OrgClient } from './org-client';
import type { SolutionOrg } from './workspace';

type Connection = SolutionOrg['process']['connection'];

const RUNS = 5;
const COLD_PAGE_TARGET_MS = 3_000;
const WARM_PAGE_TARGET_MS = 1_000;
const EDIT_TARGET_MS = 500;
const OWN_CODE_TARGET_KB = 100;
const BYTES_PER_KB = 1024;
const VIEWPORT = { width: 1440, height: 900 };

const HOME = '/lightning/page/home';
const EDITED = 'benchCard';
const EDITED_PAGE = `/lightning/cmp/c__${EDITED}`;

/** What people wait for in a browser, on pages of the solution; the browser and its cache are new. */
export async function browserTimings({ client, process }: SolutionOrg): Promise<Measured[]> {
  const { url } = process.connection;
  const [deal] = await client.query<{ Id: string }>('SELECT Id FROM Opportunity ORDER BY Name LIMIT 1');
  const recordPage = `${url}/lightning/r/Opportunity/${deal?.Id ?? ''}/view`;
  const browser = await launchBrowser();
  try {
    const context = await loggedIn(browser, process.connection);
    const page = await context.newPage();
    const plain = await medianOf(() => plainPage(page, `${url}/login`));
    const baseline = { title: 'the login page, which has no script', value: plain };
    const cold = await openHome(page, url);
    await openRecord(page, recordPage);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const warm = await medianOf(() => openRecord(page, recordPage));
    const ownCode = await ownCodeKilobytes(context, url);
    return [
      figure('first page of a new browser', cold, 'ms', COLD_PAGE_TARGET_MS, baseline),
      figure('record page that was open before, interactive', warm, 'ms', WARM_PAGE_TARGET_MS, baseline),
      { title: 'requests of it, from the cache among them', value: requests.length / RUNS, unit: 'requests' },
      figure(
        'edit of a component, deployed and visible',
        await editVisible(page, process.connection),
        'ms',
        EDIT_TARGET_MS,
      ),
      figure('own code of the pages, gzip', ownCode, 'KB', OWN_CODE_TARGET_KB),
    ];
  } finally {
    await browser.close();
  }
}

function figure(
  title: string,
  value: number,
  unit: string,
  atMost: number,
  baseline?: Measured['baseline'],
): Measured {
  return { title, value, unit, target: { of: 'value', atMost }, ...(baseline && { baseline }) };
}

/** A browser that has the session and nothing else. */
async function loggedIn(browser: Browser, { url, accessToken }: Connection): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.request.get(`${url}/secur/frontdoor.jsp?sid=${encodeURIComponent(accessToken)}`);
  return context;
}

async function plainPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Log In' }).waitFor();
}

async function openHome(page: Page, url: string): Promise<number> {
  return millisecondsOf(async () => {
    await page.goto(`${url}${HOME}`);
    await page.locator('flexipage-page flexipage-component > *').first().waitFor();
  });
}

async function openRecord(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('force-highlights-panel').getByRole('button').first().waitFor();
  await page.locator('flexipage-tabset').waitFor();
}

/** Median time from the request of a deploy to the new text on the page. */
async function editVisible(page: Page, connection: Connection): Promise<number> {
  // The server has closed the connection that lay idle while pages were opened.
  const client = new OrgClient(connection);
  const { url } = connection;
  await deployEdited(client, 'Version 0');
  await page.goto(`${url}${EDITED_PAGE}`);
  await page.getByText('Version 0').waitFor();
  let version = 0;
  return medianOf(async () => {
    const text = `Version ${++version}`;
    await Promise.all([deployEdited(client, text), page.getByText(text).waitFor()]);
  });
}

function deployEdited(client: OrgClient, text: string): Promise<void> {
  const file = `lwc/${EDITED}/${EDITED}`;
  return deploy(client, 'LightningComponentBundle', EDITED, {
    [`${file}.html`]: `<template><p>${text}</p></template>`,
    [`${file}.js`]:
      "import { LightningElement } from 'lwc';\nexport default class extends LightningElement {}\n",
    [`${file}.js-meta.xml`]:
      `<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${API_VERSION}</apiVersion>` +
      '<isExposed>true</isExposed><targets><target>lightning__UrlAddressable</target></targets>' +
      '</LightningComponentBundle>',
  });
}

/** Size of the bundle of our own code as it is sent, as the head of the page names it. */
async function ownCodeKilobytes(context: BrowserContext, url: string): Promise<number> {
  const html = await (await context.request.get(`${url}${HOME}`)).text();
  const [, path = ''] = /href="([^"]*\/pages-[^"]*\.js)"/.exec(html) ?? [];
  const answer = await context.request.get(`${url}${path}`, { headers: { 'accept-encoding': 'gzip' } });
  return Number(answer.headers()['content-length']) / BYTES_PER_KB;
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await millisecondsOf(work));
  return median(times);
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
