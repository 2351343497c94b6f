import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

describe('architecture', () => {
  it('imports go downward only, through the index, without cycles; scripts and local-org stay apart', () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err',
        'local-org/src',
        'scripts',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect({ status, output: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});
