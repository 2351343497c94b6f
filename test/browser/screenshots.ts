import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { PHONE, type BrowserOrg } from './testing/browser-org';
import { PEOPLE } from './testing/people';
import { requestReview } from './testing/reviews';
import { SolutionDeals } from './testing/solution-deals';
import { startSolution } from './testing/solution-org';

const FOLDER = resolve(__dirname, '../../docs/screenshots');
const HOME = '/lightning/page/home';

/** A picture of one page. */
interface Screenshot {
  /** Name of its file. */
  readonly name: string;
  readonly user: string;
  readonly path: string;
  /** Default a desktop. */
  readonly viewport?: typeof PHONE;
  /** What the user does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The pages that the README and the guides show. */
async function screenshots(org: BrowserOrg): Promise<Screenshot[]> {
  const { rep, manager, executive, administrator } = PEOPLE;
  const deals = new SolutionDeals(org.test);
  for (const name of ['Monitoring of six cranes', 'Retrofit kits for the north dock']) {
    await requestReview(org, deals.aboveThreshold(name));
  }
  const deal = deals.enter({ Name: 'Vibration sensors for line 3', Amount: 24_000 });
  const dashboard = org.test.idOf('Dashboard', 'DeveloperName', 'Executive');
  const account = org.test.idOf('Account', 'Name', 'Yellowhammer Farms');
  return [
    { name: 'rep-home', user: rep, path: HOME },
    { name: 'rep-home-phone', user: rep, path: HOME, viewport: PHONE },
    { name: 'rep-opportunity', user: rep, path: deal },
    { name: 'rep-opportunity-phone', user: rep, path: deal, viewport: PHONE },
    { name: 'rep-new-opportunity', user: rep, path: '/lightning/o/Opportunity/new' },
    {
      name: 'rep-board',
      user: rep,
      path: '/lightning/o/Opportunity/list?filterName=My_Open_Deals',
      act: asBoard,
    },
    { name: 'rep-account', user: rep, path: `/lightning/r/Account/${account}/view` },
    { name: 'manager-home', user: manager, path: HOME },
    { name: 'manager-pipeline-review', user: manager, path: '/lightning/n/Pipeline_Review' },
    { name: 'executive-intelligence', user: executive, path: '/lightning/n/Intelligence_Dashboard' },
    { name: 'executive-dashboard', user: executive, path: `/lightning/r/Dashboard/${dashboard}/view` },
    { name: 'administration', user: administrator, path: '/lightning/n/Administration_Console', act: onData },
  ];
}

async function asBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Select list display' }).click();
  await page.getByRole('menuitem', { name: 'Kanban' }).click();
  await page.locator('list-kanban section').first().waitFor();
}

async function onData(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.locator('c-data-quality').getByRole('listitem').first().waitFor();
}

/** `npm run screenshots`: starts the solution with its sample data and takes the pictures of `docs/screenshots`. */
async function main(): Promise<void> {
  const org = await startSolution();
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const screenshot of await screenshots(org)) await take(org, screenshot);
  } finally {
    await org.stop();
  }
}

async function take(org: BrowserOrg, { name, user, path, viewport, act }: Screenshot): Promise<void> {
  const { page, errors } = await org.open(user, path, viewport ? { viewport } : {});
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.waitForLoadState('networkidle');
  if (errors.length > 0) throw new Error(`${name}: ${errors.join('\n')}`);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  await org.closePages();
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
