import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build made; paths are relative to its folder. */
export interface VendorManifest {
  /** Files by module name: `{ "lightning/button": "button-ABC.js" }`. */
  readonly modules: Readonly<Record<string, string>>;
  /** The script that must run before any module. */
  readonly syntheticShadow: string;
  /** Files that hold what the modules pass on, as far as every page needs them. */
  readonly bundles: readonly string[];
  /** Of them the one with our own code, apart from what base components share with it. */
  readonly ownBundle: string;
}

/** Name of the manifest in the folder of a build. */
export const MANIFEST_FILE = 'manifest.json';

/** Reads the manifest of a finished build; undefined when there is none. */
export function readManifest(folder: string): VendorManifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')) as VendorManifest;
  } catch {
    return undefined;
  }
}

/** Where a build is written until it is complete. */
export function partialFolder(output: string): string {
  return `${output}.partial-${process.pid}`;
}
