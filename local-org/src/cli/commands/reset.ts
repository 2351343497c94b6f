import { Command } from 'commander';
import { rmSync } from 'node:fs';
import { LocalOrgError } from '../../core';
import { stateOption } from '../options';
import { StateFolder } from '../state-folder';

/** `reset`: forgets the org of a state folder: database, keys, connection. Snapshots stay. */
export const resetCommand = new Command('reset')
  .description('delete database, keys and connection of a stopped org; snapshots stay')
  .addOption(stateOption())
  .action(async (options: { readonly state: string }) => {
    const state = new StateFolder(options.state);
    if (await state.isRunning()) {
      throw new LocalOrgError('ORG_RUNNING', 'The local org is running', {
        actions: ['Stop it first (Ctrl-C)'],
      });
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(state.databaseFile + suffix, { force: true });
    rmSync(`${state.path}/keys`, { recursive: true, force: true });
    state.removeConnection();
    process.stdout.write(`The local org in ${state.path} is reset.\n`);
  });
