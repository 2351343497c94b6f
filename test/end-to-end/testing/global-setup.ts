import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN_FOLDER } from './shared-hub-folder';

/** Makes the folder of the run; workers inherit the variable. Jest asks for the one export. */
export = function setUp(): void {
  process.env[RUN_FOLDER] = mkdtempSync(join(tmpdir(), 'opportunity-hub-run-'));
};
