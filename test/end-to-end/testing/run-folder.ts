import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopProcesses } from './project-process';

/**
 * A folder for one test file. Removed when the file is through, after its processes have been stopped,
 * whether the tests passed or not.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opportunity-hub-'));
  afterAll(async () => {
    await stopProcesses();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
