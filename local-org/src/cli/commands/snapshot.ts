import { Command } from 'commander';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { LocalOrgError } from '../../core';
import { RecordStore } from '../../storage';
import { stateOption } from '../options';
import { StateFolder } from '../state-folder';

/** `snapshot save|restore NAME`: keeps a copy of the org's database and puts it back. */
export const snapshotCommand = new Command('snapshot')
  .description('keep a copy of the database, or put one back')
  .addCommand(
    new Command('save')
      .description('copy the database of a running or stopped org')
      .argument('<name>')
      .addOption(stateOption())
      .action((name: string, options: { readonly state: string }) => {
        const state = new StateFolder(options.state);
        save(state, name);
        process.stdout.write(`Saved snapshot '${name}'.\n`);
      }),
  )
  .addCommand(
    new Command('restore')
      .description('put a snapshot back; the org must be stopped')
      .argument('<name>')
      .addOption(stateOption())
      .action(async (name: string, options: { readonly state: string }) => {
        await restore(new StateFolder(options.state), name);
        process.stdout.write(`Restored snapshot '${name}'.\n`);
      }),
  );

function save(state: StateFolder, name: string): void {
  if (!existsSync(state.databaseFile)) {
    throw new LocalOrgError('DATABASE_MISSING', `There is no database in ${state.path}`, {
      actions: ['Start an org with a database file first: npm run local-org -- start'],
    });
  }
  const target = state.snapshotFile(name);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  const store = RecordStore.open(state.databaseFile);
  try {
    store.database.prepare('VACUUM INTO ?').run(target);
  } finally {
    store.close();
  }
}

async function restore(state: StateFolder, name: string): Promise<void> {
  if (await state.isRunning()) {
    throw new LocalOrgError('ORG_RUNNING', 'The local org is running', {
      actions: ['Stop it first (Ctrl-C)'],
    });
  }
  const source = state.snapshotFile(name);
  if (!existsSync(source)) {
    throw new LocalOrgError('SNAPSHOT_MISSING', `There is no snapshot '${name}' in ${state.path}`, {
      actions: ['Save one first: npm run local-org -- snapshot save NAME'],
    });
  }
  // Opening it proves that it is a whole database of this version before anything is overwritten.
  RecordStore.open(source).close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(state.databaseFile + suffix, { force: true });
  copyFileSync(source, state.databaseFile);
}
