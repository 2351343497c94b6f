import { Command } from 'commander';
import { LocalOrgError } from '../core';
import { clockCommand } from './commands/clock';
import { conformanceCommand } from './commands/conformance';
import { parityCommand } from './commands/parity';
import { queryCommand } from './commands/query';
import { resetCommand } from './commands/reset';
import { snapshotCommand } from './commands/snapshot';
import { startCommand } from './commands/start';

/** `npm run local-org -- <command>`: every command of the local org. */
const program = new Command('local-org')
  .description(
    'A local Salesforce-compatible org: accepts deployments by sf, executes them and answers the APIs.',
  )
  .showHelpAfterError();

for (const command of [
  startCommand,
  resetCommand,
  snapshotCommand,
  clockCommand,
  queryCommand,
  conformanceCommand,
  parityCommand,
]) {
  program.addCommand(command);
}

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof LocalOrgError)) throw error;
  const actions = error.actions.map((action) => `  - ${action}\n`).join('');
  process.stderr.write(`${error.code}: ${error.message}\n${actions}`);
  process.exitCode = 1;
});
