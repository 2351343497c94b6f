import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run check`: what needs no running org. Runs all checks, then fails when one failed. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  format: ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  types: ['typescript/bin/tsc', '-b'],
};

const root = join(__dirname, '..');
const failed = Object.entries(CHECKS).filter(([name, [script = '', ...args]]) => {
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  process.stdout.write(
    `${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - startedAt) / 1000)} s)\n`,
  );
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
