import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './project-process';
import { RUN_FOLDER } from './shared-hub-folder';

/** Builds the components and makes the folder of the run; workers inherit the variable. Jest asks for the one export. */
export = function setUp(): void {
  execFileSync(process.execPath, [join(PROJECT, 'scripts/build-components.mjs')]);
  process.env[RUN_FOLDER] = mkdtempSync(join(tmpdir(), 'opportunity-hub-run-'));
};
