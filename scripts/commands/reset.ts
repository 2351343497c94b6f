import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { connectToOrg } from '../salesforce';
import { ConfigurationError } from '../shared';
import { runCommand } from './run-command';

/** What the commands of this project keep in a state folder; nothing else in it is touched. */
const STATE_ENTRIES = [
  ...['org.db', 'org.db-wal', 'org.db-shm', 'local-org.json', 'integration.json', 'passwords.json'],
  ...['keys', 'client-app', 'sf-home', 'migrations', 'snapshots'],
];

/** `npm run reset`: forgets the local org and everything that was migrated into it. */
const program = new Command('npm run reset --')
  .description('Deletes the state of the local org: records, users, keys, migration results.')
  .option('--state <dir>', 'folder for database, keys and results', '.local')
  .action((options: { readonly state: string }) => runCommand(() => reset(options.state)));

async function reset(state: string): Promise<void> {
  const running = await connectToOrg({ connectionFile: join(state, 'local-org.json') }).then(
    (org) => org.close().then(() => true),
    () => false,
  );
  if (running) {
    throw new ConfigurationError('ORG_RUNNING', 'The local org is running', {
      actions: ['Stop npm start first (Ctrl-C)'],
    });
  }
  for (const entry of STATE_ENTRIES) rmSync(join(state, entry), { recursive: true, force: true });
  if (isEmptyFolder(state)) rmdirSync(state);
  process.stdout.write(`${state} is cleared. npm start makes a new org.\n`);
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

void program.parseAsync();
