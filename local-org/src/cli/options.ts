import { Option } from 'commander';

/** `--state DIR`, the same for every command. */
export const stateOption = (): Option =>
  new Option('--state <dir>', 'folder of database, keys and snapshots').default('.local');
