import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
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
 * and standard components, as ES modules that share chunks.
 */
export async function buildVendor({ project, client, output }: VendorBuild): Promise<VendorManifest> {
  const packages = installedPackages(project);
  const modules = clientModules(client);
  const names = vendorModules(packages, modules);
  const partial = partialFolder(output);
  mkdirSync(partial, { recursive: true });
  const shadow = await build({
    ...COMMON,
    entryPoints: { 'synthetic-shadow': packages.syntheticShadow },
    outdir: partial,
  });
  const { metafile } = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(names.map((name) => [outputName(name), name])),
    outdir: partial,
    splitting: true,
    plugins: [lwcBuildPlugin(new SpecifierResolver(packages, modules))],
  });
  const fileOf = entryFiles([metafile, shadow.metafile], partial);
  const manifest: VendorManifest = {
    modules: Object.fromEntries(names.map((name) => [name, fileOf(outputName(name))])),
    syntheticShadow: fileOf('synthetic-shadow'),
  };
  writeFileSync(join(partial, MANIFEST_FILE), JSON.stringify(manifest));
  moveIntoPlace(partial, output);
  return manifest;
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
      .map(([path]) => path.slice(path.lastIndexOf('/') + 1)),
  );
  return (name) => {
    const file = files.find((candidate) => candidate.replace(/-[A-Z0-9]+\.js$/, '') === name);
    if (file === undefined) throw new Error(`The build in ${folder} made no file for ${name}`);
    return file;
  };
}
