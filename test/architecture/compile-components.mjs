/**
 * Compiles bundles as the platform does: `node compile-components.mjs <folder of bundles>`. Prints as JSON what the
 * compiler said and how many bytes all bundles have, minified and compressed. A program of its own, because the
 * compiler is made of modules that Jest does not load.
 */
import { compile } from '@lwc/sfdc-lwc-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [, , folder = ''] = process.argv;
const COMPILED = new Set(['.js', '.html', '.css']);

function filesOf(bundle) {
  const names = readdirSync(join(folder, bundle)).filter((name) => COMPILED.has(extname(name)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, bundle, name), 'utf8')]));
}

const problems = [];
const code = [];
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const { success, results, diagnostics } = await compile({
    bundle: { namespace: 'c', name: entry.name, type: 'platform', files: filesOf(entry.name) },
    compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }],
  });
  const said = diagnostics.map(({ message }) => `${entry.name}: ${message}`);
  if (!success && said.length === 0) said.push(`${entry.name}: refused`);
  problems.push(...said);
  code.push(...(results ?? []).map((result) => result.code));
}
process.stdout.write(JSON.stringify({ problems, gzipBytes: gzipSync(code.join('\n')).length }));
