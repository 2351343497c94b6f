import { rmSync } from 'node:fs';
import { RUN_FOLDER } from './shared-hub-folder';

/** Removes the folder of the run. Jest asks for the one export. */
export = function tearDown(): void {
  const folder = process.env[RUN_FOLDER];
  if (folder) rmSync(folder, { recursive: true, force: true });
};
