import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { LocalOrgError } from '../../core';
import { createLocalOrg, type LocalOrg } from '../../org';
import { startServer, type OrgServer } from '../../server';
import { StateFolder } from '../state-folder';
import { SalesforceCli } from './salesforce-cli';

/** A checkout, or some folders of it. */
export interface Checkout {
  readonly path: string;
  /** Default the package directories of sfdx-project.json, or all of it when there is none. */
  readonly folders?: readonly string[] | undefined;
}

/** A copy of public projects beside an org with nothing in it. */
export interface PublicProject {
  readonly org: LocalOrg;
  readonly server: OrgServer;
  /** Username of the administrator, who is logged in. */
  readonly username: string;
  /** Runs in the folder of the copy. */
  readonly cli: SalesforceCli;
}

interface DeployAnswer {
  readonly files?: readonly {
    readonly fullName: string;
    readonly type: string;
    readonly state: string;
    readonly error?: string;
    readonly lineNumber?: number;
  }[];
}

const USERNAME = 'admin@local.org';
const PROJECT_FILE = 'sfdx-project.json';
const PACKAGE_DIRECTORY = 'force-app';
const SOURCE_API_VERSION = '67.0';
/** Folders of a checkout that no command reads. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.sf', '.sfdx']);

/**
 * Copies checkouts into one project and logs the unmodified Salesforce CLI in to a fresh org; nothing is kept.
 * @throws LocalOrgError FILE_MISSING when a path is no folder
 */
export async function withPublicProject<T>(
  checkouts: readonly Checkout[],
  use: (project: PublicProject) => Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'public-project-'));
  const { clientId, jwtKeyFile, publicKeyPem } = new StateFolder(join(scratch, 'state')).clientKeys();
  const localClient = { clientId, publicKeyPem };
  const org = createLocalOrg({ location: ':memory:', adminUsername: USERNAME, localClient });
  const server = await startServer(org, { port: 0 });
  try {
    const folder = join(scratch, 'project');
    copyProject(folder, checkouts);
    const cli = new SalesforceCli(join(scratch, 'home'), folder);
    await cli.logIn({ url: server.url, username: USERNAME, clientId, jwtKeyFile });
    return await use({ org, server, username: USERNAME, cli });
  } finally {
    await server.close();
    org.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Deploys the project.
 * @returns what was refused, empty when all is well: `ApexClass Deals:12: Invalid type: Foo`
 */
export async function deployProject(cli: SalesforceCli): Promise<readonly string[]> {
  const { status, result, message } = await cli.onOrg<DeployAnswer>(
    ...['project', 'deploy', 'start', '--ignore-conflicts', '--source-dir', PACKAGE_DIRECTORY],
  );
  return status === 0 ? [] : problemsOf(result, message);
}

/** Makes a project with the package directories of all checkouts. */
function copyProject(project: string, checkouts: readonly Checkout[]): void {
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
