import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { LocalOrgError } from '../../core';
import { createLocalOrg } from '../../org';
import { startServer } from '../../server';
import { StateFolder } from '../state-folder';
import { SalesforceCli } from './salesforce-cli';

/** A test that did not pass. */
export interface SuiteFailure {
  readonly test: string;
  readonly message: string;
}

/** What became of a public project: its deploy, then its tests. */
export interface SuiteReport {
  readonly suite: string;
  readonly deployed: boolean;
  /** Components that were refused: `ApexClass Deals:12: Invalid type: Foo`. */
  readonly problems: readonly string[];
  readonly tests: number;
  readonly passed: number;
  readonly failures: readonly SuiteFailure[];
}

interface DeployAnswer {
  readonly status?: string;
  readonly files?: readonly {
    readonly fullName: string;
    readonly type: string;
    readonly state: string;
    readonly error?: string;
    readonly lineNumber?: number;
  }[];
}

interface TestAnswer {
  readonly tests?: readonly {
    readonly FullName: string;
    readonly Outcome: string;
    readonly Message: string | null;
    readonly StackTrace: string | null;
  }[];
}

/** Longest wait for tests, in minutes. */
const TEST_WAIT_MINUTES = '30';
const USERNAME = 'admin@local.org';
const PROJECT_FILE = 'sfdx-project.json';
const PACKAGE_DIRECTORY = 'force-app';
const SOURCE_API_VERSION = '67.0';
/** Folders of a checkout that no command reads. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.sf', '.sfdx']);

/** What is deployed besides the checkout. */
export interface SuiteOptions {
  /** Folders of the checkout; default the package directories of sfdx-project.json, or all of it when there is none. */
  readonly folders?: readonly string[] | undefined;
  /** Checkouts that the project needs. */
  readonly needs?: readonly string[] | undefined;
  /** Permission sets of the project that its instructions give to the user who runs the tests. */
  readonly permissionSets?: readonly string[] | undefined;
}

/**
 * Deploys a copy of a checkout to a fresh org with the unmodified Salesforce CLI, and runs all its tests. Nothing is kept.
 * @throws LocalOrgError FILE_MISSING when the path is no folder
 */
export async function runApexSuite(path: string, { folders, needs = [], permissionSets = [] }: SuiteOptions = {}): Promise<SuiteReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'apex-suite-'));
  const state = new StateFolder(join(scratch, 'state'));
  const { clientId, jwtKeyFile, publicKeyPem } = state.clientKeys();
  const localClient = { clientId, publicKeyPem };
  const org = createLocalOrg({ location: ':memory:', adminUsername: USERNAME, localClient });
  const server = await startServer(org, { port: 0 });
  try {
    const project = join(scratch, 'project');
    copyProject(project, [...needs.map((need) => ({ path: need })), { path, folders }]);
    const cli = new SalesforceCli(join(scratch, 'home'), project);
    await cli.logIn({ url: server.url, username: USERNAME, clientId, jwtKeyFile });
    return await deployAndTest(cli, basename(resolve(path)), permissionSets);
  } finally {
    await server.close();
    org.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Makes a project with the package directories of all checkouts. */
function copyProject(
  project: string,
  checkouts: readonly { readonly path: string; readonly folders?: readonly string[] | undefined }[],
): void {
  for (const { path, folders } of checkouts) {
    const checkout = resolve(path);
    if (!existsSync(checkout)) {
      throw new LocalOrgError('FILE_MISSING', `${checkout} does not exist`, {
        actions: ['Give the path of a checkout of a Salesforce project'],
      });
    }
    for (const folder of folders ?? packageDirectories(checkout)) {
      cpSync(join(checkout, folder), join(project, PACKAGE_DIRECTORY, basename(checkout), folder), {
        recursive: true,
        filter: (source) => !LEFT_OUT.has(basename(source)),
      });
    }
  }
  const description = {
    packageDirectories: [{ path: PACKAGE_DIRECTORY, default: true }],
    sourceApiVersion: SOURCE_API_VERSION,
  };
  writeFileSync(join(project, PROJECT_FILE), JSON.stringify(description));
}

async function deployAndTest(
  cli: SalesforceCli,
  suite: string,
  permissionSets: readonly string[],
): Promise<SuiteReport> {
  const deploy = await cli.onOrg<DeployAnswer>(
    ...['project', 'deploy', 'start', '--ignore-conflicts', '--source-dir', PACKAGE_DIRECTORY],
  );
  if (deploy.status !== 0) {
    const problems = problemsOf(deploy.result, deploy.message);
    return { suite, deployed: false, problems, tests: 0, passed: 0, failures: [] };
  }
  for (const name of permissionSets) await cli.onOrg('org', 'assign', 'permset', '--name', name);
  const run = await cli.onOrg<TestAnswer>(
    ...['apex', 'run', 'test', '--test-level', 'RunLocalTests', '--wait', TEST_WAIT_MINUTES],
  );
  const tests = run.result.tests ?? [];
  const failures = tests
    .filter(({ Outcome }) => Outcome !== 'Pass')
    .map(({ FullName, Message, StackTrace }) => ({
      test: FullName,
      message: [Message, StackTrace].filter(Boolean).join('\n'),
    }));
  const passed = tests.length - failures.length;
  return { suite, deployed: true, problems: [], tests: tests.length, passed, failures };
}

function problemsOf({ files = [] }: DeployAnswer, message = 'the deploy failed'): string[] {
  const failed = files
    .filter(({ state }) => state === 'Failed')
    .map(({ type, fullName, lineNumber, error = '' }) => {
      const line = lineNumber === undefined ? '' : `:${lineNumber}`;
      return `${type} ${fullName}${line}: ${error}`;
    });
  return failed.length > 0 ? failed : [message];
}

/** The package directories that a project names; the whole folder for one that has no description. */
function packageDirectories(checkout: string): string[] {
  const file = join(checkout, PROJECT_FILE);
  if (!existsSync(file)) return ['.'];
  const { packageDirectories: listed } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packageDirectories: readonly { readonly path: string }[];
  };
  return listed.map(({ path }) => path);
}
