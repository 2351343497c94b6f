import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm test`: every Jest project. Arguments go to Jest: `npm test -- --selectProjects local-org`.
 * Ends with a line `N passed, N failed`.
 */
const root = join(__dirname, '..');
const resultFile = join(root, '.build', 'test-results.json');
mkdirSync(join(root, '.build'), { recursive: true });

const jest = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    // Tests that start processes of their own wait for them most of the time.
    '--maxWorkers=100%',
    '--json',
    `--outputFile=${resultFile}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(resultFile, 'utf8')) as {
  numPassedTests: number;
  numFailedTests: number;
  numTotalTests: number;
};
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
process.exitCode = numTotalTests === 0 ? 1 : (jest.status ?? 1);
