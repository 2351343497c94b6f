/**
 * Compiles the Lightning web components: `x.ts` becomes `x.js` beside it, which is what an org takes.
 *
 * `node scripts/build-components.mjs` does nothing when every component is as its source says. Plain JavaScript that any
 * Node from 20 runs, because it also runs right after an install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const PROJECT = 'force-app/tsconfig.json';
/** The same, with the source and its map at the end of every output. */
const DEVELOPMENT_PROJECT = 'force-app/tsconfig.development.json';
const SOURCE_MAP = '//# sourceMappingURL=';
const PATHS = 'force-app/tsconfig.paths.json';
const COMPONENTS = 'force-app/main/default/lwc';

/** Names of the bundles that are written in TypeScript, in alphabetical order. */
function bundles() {
  return readdirSync(join(root, COMPONENTS), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(root, COMPONENTS, entry.name, `${entry.name}.ts`)),
    )
    .map(({ name }) => name)
    .sort();
}

/**
 * What the compiler and Jest are told of the modules `c/x`. TypeScript has no pattern that says a name twice, so there
 * is one entry a bundle.
 */
export function componentPaths() {
  const paths = Object.fromEntries(
    bundles().map((name) => [`c/${name}`, [`./main/default/lwc/${name}/${name}.ts`]]),
  );
  const compilerOptions = { paths: { ...paths, 'testing/*': ['./test/testing/*.ts'] } };
  return `${JSON.stringify({ compilerOptions }, null, 2)}\n`;
}

function sources() {
  return bundles().flatMap((name) =>
    readdirSync(join(root, COMPONENTS, name))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, COMPONENTS, name, file)),
  );
}

function isStale(source, sourceMaps) {
  const output = source.replace(/\.ts$/, '.js');
  if (!existsSync(output) || statSync(output).mtimeMs < statSync(source).mtimeMs) return true;
  return sourceMaps !== undefined && readFileSync(output, 'utf8').includes(SOURCE_MAP) !== sourceMaps;
}

/**
 * @param {boolean} [sourceMaps] whether outputs carry their sources, for the tools of a browser; either will do when it
 *   is not said, and none is written then
 * @returns what the compiler says is wrong; empty when all components are built
 */
export function buildComponents(sourceMaps) {
  if (readFileSync(join(root, PATHS), 'utf8') !== componentPaths()) {
    writeFileSync(join(root, PATHS), componentPaths());
  } else if (!sources().some((source) => isStale(source, sourceMaps))) {
    return '';
  }
  // Forced: the compiler does not look whether the files that it wrote are still there.
  const tsc = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-b',
      '--force',
      sourceMaps ? DEVELOPMENT_PROJECT : PROJECT,
    ],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return tsc.status === 0 ? '' : tsc.stdout + tsc.stderr;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = buildComponents();
  process.stderr.write(problems);
  process.exitCode = problems === '' ? 0 : 1;
}
