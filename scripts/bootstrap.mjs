/**
 * Entry of every npm script: `node scripts/bootstrap.mjs <command> [arguments]`.
 *
 * Plain JavaScript that any Node from 20 runs. It installs the packages of package-lock.json when they are missing or
 * stale, then runs the command under the Node 24 that came with them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { buildComponents } from './build-components.mjs';
import { isInstalled, projectDirectory } from './install-stamp.mjs';

const WINDOWS = process.platform === 'win32';
const MIN_NODE_MAJOR = 24;

/** Commands that deploy the components or test them. */
const NEEDS_COMPONENTS = new Set(['start', 'test', 'bench', 'screenshots']);

/** TypeScript entry points by command. */
const ENTRY_POINTS = {
  start: 'scripts/commands/start.ts',
  reset: 'scripts/commands/reset.ts',
  migrate: 'scripts/commands/migrate.ts',
  seed: 'scripts/commands/seed.ts',
  intel: 'scripts/commands/intel.ts',
  submit: 'scripts/commands/submit.ts',
  procedure: 'scripts/commands/docs.ts',
  mirror: 'scripts/commands/mirror.ts',
  'local-org': 'local-org/src/cli/main.ts',
  test: 'test/run-tests.ts',
  check: 'test/run-checks.ts',
  bench: 'bench/main.ts',
  screenshots: 'test/browser/screenshots.ts',
};

/**
 * Components for the local org carry their sources, so that errors name lines of TypeScript; what goes to an org of the
 * Salesforce CLI does not.
 */
function sourceMaps(command, args) {
  return command === 'start' ? !args.some((arg) => arg.startsWith('--target-org')) : undefined;
}

function fail(message, ...actions) {
  process.stderr.write(`${message}\n${actions.map((action) => `  - ${action}\n`).join('')}`);
  process.exit(1);
}

/** Whether `node_modules` is a link: `npm ci` would empty the folder that it points to. */
function isLinked(folder) {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function install() {
  if (isLinked(join(projectDirectory, 'node_modules'))) {
    fail(
      'INSTALL_LINKED: node_modules is a symbolic link, and its packages are not those of package-lock.json.',
      'Run npm ci where the link points to, with the same package-lock.json',
      'Or remove the link and run the command again: it installs the packages here',
    );
  }
  process.stderr.write('Installing packages (npm ci), about a minute...\n');
  const npm = spawnSync(WINDOWS ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectDirectory,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: WINDOWS,
  });
  if (npm.status !== 0) {
    fail(
      'INSTALL_FAILED: npm ci did not succeed.',
      'Read the messages above',
      'Check that the package registry can be reached, then run the command again',
    );
  }
}

/** Node 24: the one that came with the packages, else the one that runs this file. */
function findNode() {
  for (const name of [`node-${WINDOWS ? 'win' : process.platform}-${process.arch}`]) {
    const installed = join(projectDirectory, 'node_modules', name, 'bin', WINDOWS ? 'node.exe' : 'node');
    if (existsSync(installed)) return installed;
  }
  if (Number(process.versions.node.split('.')[0]) >= MIN_NODE_MAJOR) return process.execPath;
  return fail(
    `NODE_TOO_OLD: Node ${MIN_NODE_MAJOR} is needed on this platform, this is ${process.version}.`,
    `Install Node ${MIN_NODE_MAJOR} (LTS) and run the command again`,
  );
}

const [command = '', ...args] = process.argv.slice(2);
const entryPoint = ENTRY_POINTS[command];
if (!entryPoint)
  fail(`Unknown command '${command}'.`, `Known commands: ${Object.keys(ENTRY_POINTS).join(', ')}`);
if (!isInstalled()) install();
if (NEEDS_COMPONENTS.has(command)) {
  const problems = buildComponents(sourceMaps(command, args));
  if (problems)
    fail(`COMPONENTS_INVALID: the compiler refused them.\n${problems}`, 'Correct the lines above');
}

const register = join(projectDirectory, 'scripts/register-typescript.cjs');
const child = spawn(findNode(), ['-r', register, entryPoint, ...args], {
  cwd: projectDirectory,
  stdio: 'inherit',
  env: { ...process.env, NODE_NO_WARNINGS: '1' },
});
// The child decides what an interrupt means; this process only waits for it. A terminal sends Ctrl-C to the child
// itself, and a second signal could reach it when it has finished and no longer listens.
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) child.kill('SIGINT');
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
