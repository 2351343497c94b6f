import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import { Sf } from './testing/sf';

const SOURCE = 'force-app/main/default/lwc';
/** What an org takes of a component. */
const PACKAGED = /\.(?:js|html|css|js-meta\.xml)$/;

const folder = temporaryFolder();
const output = join(folder, 'package');
let files: readonly string[] = [];

beforeAll(async () => {
  const sf = new Sf(join(folder, 'home'));
  await sf.run('project', 'convert', 'source', '--source-dir', SOURCE, '--output-dir', output);
  files = readdirSync(join(output, 'lwc'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(output, 'lwc').length + 1));
});

describe('sf project convert source', () => {
  it('packages of the components what an org takes: no source in TypeScript, no test', () => {
    expect(files.filter((file) => !PACKAGED.test(file))).toEqual([]);
  });

  it('packages every component with its compiled code', () => {
    const bundles = readdirSync(join(PROJECT, SOURCE), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const missing = bundles
      .map(({ name }) => join(name, `${name}.js`))
      .filter((file) => !files.includes(file));
    expect(missing).toEqual([]);
    expect(readFileSync(join(output, 'package.xml'), 'utf8')).toContain('LightningComponentBundle');
    expect(existsSync(join(output, 'lwc', 'stateFrame', 'stateFrame.ts'))).toBe(false);
  });
});
