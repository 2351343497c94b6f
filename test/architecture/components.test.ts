import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files';

const FOLDER = join(ROOT, 'force-app/main/default/lwc');
const MAX_GZIP_BYTES = 100 * 1024;
const bundles = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Runs a program of the repository with the Node of the tests. */
function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

describe('Lightning web components', () => {
  beforeAll(() => {
    run('scripts/build-components.mjs');
  });

  it('are accepted by the compiler of the platform, and stay within 100 KB', () => {
    const compiled = JSON.parse(run('test/architecture/compile-components.mjs', FOLDER)) as {
      readonly problems: readonly string[];
      readonly gzipBytes: number;
    };
    expect(compiled.problems).toEqual([]);
    expect(compiled.gzipBytes).toBeLessThan(MAX_GZIP_BYTES);
  }, 120_000);

  it.each(bundles)('%s: has a source in TypeScript, a description for the org and a test', (bundle) => {
    const has = (file: string): boolean => existsSync(join(FOLDER, bundle, file));
    expect([has(`${bundle}.ts`), has(`${bundle}.js-meta.xml`), has(`__tests__/${bundle}.test.ts`)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('show no text of their own: what people read comes from labels', () => {
    const texts = bundles
      .map((bundle) => `${bundle}/${bundle}.html`)
      .filter((file) => existsSync(join(FOLDER, file)))
      .flatMap((file) => wordsOf(readFileSync(join(FOLDER, file), 'utf8')).map((word) => `${file}: ${word}`));
    expect(texts).toEqual([]);
  });

  it('name icons that the design system has', () => {
    const missing = bundles
      .flatMap((bundle) => [`${bundle}/${bundle}.html`, `${bundle}/${bundle}.ts`])
      .filter((file) => existsSync(join(FOLDER, file)))
      .flatMap((file) => [...readFileSync(join(FOLDER, file), 'utf8').matchAll(ICON)])
      .filter(([, sprite = '', icon = '']) => !spriteText(sprite).includes(`id="${icon}"`))
      .map(([, sprite, icon]) => `${sprite ?? ''}:${icon ?? ''}`);
    expect(missing).toEqual([]);
  });
});

/** `'standard:account'`, as sprite and icon. */
const ICON = /['"](standard|utility|action|custom):(\w+)['"]/g;

function spriteText(sprite: string): string {
  const icons = 'node_modules/@salesforce-ux/design-system/assets/icons';
  return readFileSync(join(ROOT, icons, `${sprite}-sprite/svg/symbols.svg`), 'utf8');
}

/** Text between tags, and in attributes that are read, which no expression gives. */
function wordsOf(html: string): string[] {
  const between = [...html.matchAll(/>([^<>{}]*[A-Za-z][^<>{}]*)</g)].map(([, text = '']) => text.trim());
  const read = [...html.matchAll(/\s(?:label|title|alternative-text|heading|placeholder)="([^"]+)"/g)];
  return [...between, ...read.map(([, text = '']) => text)];
}
