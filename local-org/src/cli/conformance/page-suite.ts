import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UNSUPPORTED_COMPONENTS, UNSUPPORTED_PAGES } from '../../pages';
import { launchBrowser } from '../browser/launch-browser';
import { PageOpener, type OpenedPage } from './opened-page';
import { pagesOf } from './pages-of-project';
import { deployProject, withPublicProject, type PublicProject } from './public-project';

/** What is done with a project before its pages are opened. */
export interface PageSuiteOptions {
  /** Permission sets that its instructions give to the user. */
  readonly permissionSets?: readonly string[] | undefined;
  /** Plans of sample data, as paths in the checkout. */
  readonly dataPlans?: readonly string[] | undefined;
  /** Folder for a picture of every page. */
  readonly screenshots?: string | undefined;
  /** Hears of every page as soon as it has been opened. */
  readonly opened?: (page: OpenedPage) => void;
}

/** What became of the pages of a public project. */
export interface PageSuiteReport {
  readonly suite: string;
  readonly deployed: boolean;
  /** What was refused of the deploy, of the sample data or of records made for pages. */
  readonly problems: readonly string[];
  readonly pages: readonly OpenedPage[];
  /** Whether all is as it should be: no error, and no placeholder but for what parity lists as unsupported. */
  readonly passed: boolean;
}

const VIEWPORT = { width: 1440, height: 900 };

/**
 * Deploys a copy of a checkout to an empty org with the unmodified Salesforce CLI and opens in a browser what its users
 * would: home, every entry of its apps, a record of every object that it brings or has a page for. Nothing is kept.
 * @throws LocalOrgError FILE_MISSING when the path is no folder
 * @throws Error when there is no browser, with what to install
 */
export function runPageSuite(path: string, options: PageSuiteOptions = {}): Promise<PageSuiteReport> {
  return withPublicProject([{ path }], async (project) => {
    const suite = basename(resolve(path));
    const refused = await deployProject(project.cli);
    if (refused.length > 0) return { suite, deployed: false, problems: refused, pages: [], passed: false };
    const problems = await setUp(project, path, options);
    const { paths, problems: unopened } = await pagesOf(project);
    problems.push(...unopened);
    const pages = await openAll(project, paths, options);
    const passed = problems.length === 0 && pages.every(isAsListed);
    return { suite, deployed: true, problems, pages, passed };
  });
}

/** Whether a page has neither errors nor a placeholder that parity does not list, or is itself listed as unsupported. */
export function isAsListed({ path, errors, placeholders }: OpenedPage): boolean {
  if (Object.hasOwn(UNSUPPORTED_PAGES, path)) return true;
  return errors.length === 0 && placeholders.every((name) => Object.hasOwn(UNSUPPORTED_COMPONENTS, name));
}

/** Gives permissions and loads data. @returns what was refused */
async function setUp(
  { cli }: PublicProject,
  path: string,
  { permissionSets = [], dataPlans = [] }: PageSuiteOptions,
): Promise<string[]> {
  const commands = [
    ...permissionSets.map((name) => ['org', 'assign', 'permset', '--name', name]),
    ...dataPlans.map((plan) => ['data', 'import', 'tree', '--plan', resolve(path, plan)]),
  ];
  const problems: string[] = [];
  for (const command of commands) {
    const { status, message = 'it failed' } = await cli.onOrg(...command);
    if (status !== 0) problems.push(`sf ${command.join(' ')}: ${message}`);
  }
  return problems;
}

async function openAll(
  { server, username }: PublicProject,
  paths: readonly string[],
  { screenshots, opened }: PageSuiteOptions,
): Promise<OpenedPage[]> {
  if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
  await server.pagesReady();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(`${server.url}/login`);
    await page.locator(`button[name=user][value="${username}"]`).click();
    const opener = new PageOpener(page, server.url);
    const pages: OpenedPage[] = [];
    for (const path of paths) {
      const shown = await opener.open(path);
      if (screenshots !== undefined) await opener.screenshot(join(screenshots, fileName(path)));
      opened?.(shown);
      pages.push(shown);
    }
    return pages;
  } finally {
    await browser.close();
  }
}

/** `n-Explorer.png` of `/lightning/n/Explorer`. */
function fileName(path: string): string {
  return `${path.replace('/lightning/', '').replaceAll(/[^\w.-]+/g, '-')}.png`;
}
