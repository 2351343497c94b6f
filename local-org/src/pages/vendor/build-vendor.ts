import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import {
  bundledName,
  bundleEntries,
  bundleOfOwn,
  BUNDLE_ENTRY,
  BUNDLES,
  FIRST_BUNDLES,
  type BundleName,
  type ExportedNames,
} from './bundle-entries';
import { clientModules } from './client-modules';
import { installedPackages } from './installed-packages';
import { lwcBuildPlugin } from './lwc-build-plugin';
import { SpecifierResolver } from './resolve-specifier';
import { vendorModules } from './vendor-modules';
import { MANIFEST_FILE, partialFolder, readManifest, type VendorManifest } from './vendor-manifest';

/** Where a build reads and writes. */
export interface VendorBuild {
  /** A file of this project, from which packages are looked up. */
  readonly project: string;
  /** Folder of the client's modules. */
  readonly client: string;
  /** Folder to write. It appears only when the build is complete. */
  readonly output: string;
}

const HASH_CHARACTERS = 8;
const COMMON = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  // Names of classes and functions stand in errors and in `customElements` diagnostics.
  keepNames: false,
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' },
} as const satisfies BuildOptions;

/**
 * Builds everything that does not depend on the deployed solution: the engine, base components, platform modules, shell
 * and standard components.
 *
 * Browsers open few connections at once, so that the hundreds of modules go into a few bundles: of what comes with
 * the packages, of our own, and of what only some pages show. Each module keeps a file of its own under its name, which only passes on its exports.
 */
export async function buildVendor({ project, client, output }: VendorBuild): Promise<VendorManifest> {
  const packages = installedPackages(project);
  const modules = clientModules(client);
  const names = vendorModules(packages, modules);
  const partial = partialFolder(output);
  mkdirSync(partial, { recursive: true });
  const plugins = [lwcBuildPlugin(new SpecifierResolver(packages, modules))];
  const shadow = await build({
    ...COMMON,
    entryPoints: { 'synthetic-shadow': packages.syntheticShadow },
    outdir: partial,
  });
  const exported = await exportedNames(names, partial, plugins);
  const own = new Set(modules.map(({ specifier }) => specifier));
  const bundleOf = (specifier: string): BundleName =>
    own.has(specifier) ? bundleOfOwn(specifier) : 'packages';
  const bundled = await build({
    ...COMMON,
    entryPoints: BUNDLES.map((name) => ({ in: `${BUNDLE_ENTRY}${name}`, out: name })),
    outdir: partial,
    splitting: true,
    plugins: [
      bundleEntries(
        Object.fromEntries(
          BUNDLES.map((name) => [name, exported.filter(({ specifier }) => bundleOf(specifier) === name)]),
        ) as Record<BundleName, ExportedNames[]>,
      ),
      ...plugins,
    ],
  });
  const fileOf = entryFiles([bundled.metafile, shadow.metafile], partial);
  const manifest: VendorManifest = {
    modules: Object.fromEntries(
      exported.map((module) => {
        return [module.specifier, writeModule(module, fileOf(bundleOf(module.specifier)), partial)];
      }),
    ),
    syntheticShadow: fileOf('synthetic-shadow'),
    bundles: neededBy(FIRST_BUNDLES.map(fileOf), bundled.metafile.outputs),
    ownBundle: fileOf('pages'),
  };
  writeFileSync(join(partial, MANIFEST_FILE), JSON.stringify(manifest));
  moveIntoPlace(partial, output);
  return manifest;
}

/** The files and all that they import. */
function neededBy(
  files: readonly string[],
  outputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>,
): string[] {
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [
      fileName(path),
      output.imports.map((imported) => fileName(imported.path)),
    ]),
  );
  const needed = new Set(files);
  // A set that grows while it is walked is walked to its end.
  for (const file of needed) for (const imported of imports.get(file) ?? []) needed.add(imported);
  return [...needed];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What each module exports: a build says so of its entries. Nothing is written. */
async function exportedNames(
  specifiers: readonly string[],
  outdir: string,
  plugins: Plugin[],
): Promise<ExportedNames[]> {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(specifiers.map((name) => [outputName(name), name])),
    outdir,
    splitting: true,
    minify: false,
    write: false,
    plugins,
  });
  const outputs = Object.entries(metafile.outputs);
  const fileOf = entryFiles([metafile], outdir);
  return specifiers.map((specifier) => {
    const file = fileOf(outputName(specifier));
    const [, output] = outputs.find(([path]) => path.endsWith(`/${file}`)) ?? [];
    return { specifier, names: output?.exports ?? [] };
  });
}

/** Writes the file of a module: `export { shell_http_request as request } from "./pages-ABC.js"`. @returns its name */
function writeModule({ specifier, names }: ExportedNames, bundle: string, folder: string): string {
  const passed = names.map((name) => `${bundledName(specifier, name)} as ${name}`);
  const text =
    names.length === 0 ? `import "./${bundle}";\n` : `export { ${passed.join(', ')} } from "./${bundle}";\n`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_CHARACTERS);
  const file = `${outputName(specifier)}-${hash}.js`;
  writeFileSync(join(folder, file), text);
  return file;
}

/** Another process may have finished the same build first; then its files stay. */
function moveIntoPlace(partial: string, output: string): void {
  try {
    renameSync(partial, output);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!readManifest(output)) throw error;
  }
}

function outputName(specifier: string): string {
  return specifier.replace('/', '_');
}

/** Finds the hashed file of an entry: `lightning_button` gives `lightning_button-2ZQ7.js`. */
function entryFiles(
  metafiles: readonly { readonly outputs: Readonly<Record<string, { readonly entryPoint?: string }>> }[],
  folder: string,
): (name: string) => string {
  const files = metafiles.flatMap(({ outputs }) =>
    Object.entries(outputs)
      .filter(([, { entryPoint }]) => entryPoint !== undefined)
      .map(([path]) => fileName(path)),
  );
  return (name) => {
    const file = files.find((candidate) => candidate.replace(/-[A-Z0-9]+\.js$/, '') === name);
    if (file === undefined) throw new Error(`The build in ${folder} made no file for ${name}`);
    return file;
  };
}
