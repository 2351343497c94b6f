import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the packages that the browser loads are installed. */
export interface InstalledPackages {
  /** Entry of the LWC engine. */
  readonly engine: string;
  /** Entry of the synthetic shadow. */
  readonly syntheticShadow: string;
  /** Folder of `lightning-base-components`. */
  readonly baseComponents: string;
  /** Files of the base components by module name: labels, formats, gates. */
  readonly baseModules: ReadonlyMap<string, string>;
  /** Modules that base components offer to others: `lightning/button`. */
  readonly exposedModules: readonly string[];
  /** Folder of SLDS with `styles`, `icons` and `fonts`. */
  readonly designSystem: string;
  /** `lwc 9.4.3` and so on: what decides, beside our own sources, what a build makes. */
  readonly versions: readonly string[];
}

interface BaseComponentsPackage {
  readonly lwc: {
    readonly modules: readonly { readonly name?: string; readonly path?: string }[];
    readonly expose: readonly string[];
  };
}

const VERSIONED = ['@lwc/engine-dom', '@lwc/compiler', 'lightning-base-components', 'esbuild'];

/**
 * Finds the packages as a file at `from` would.
 *
 * The packages are Salesforce's own and stay where npm put them: nothing of them is copied into the repository.
 */
export function installedPackages(from: string): InstalledPackages {
  const require = createRequire(from);
  const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));
  const baseComponents = folderOf('lightning-base-components');
  const { lwc } = JSON.parse(
    readFileSync(join(baseComponents, 'package.json'), 'utf8'),
  ) as BaseComponentsPackage;
  return {
    engine: join(folderOf('@lwc/engine-dom'), 'dist/index.js'),
    syntheticShadow: join(folderOf('@lwc/synthetic-shadow'), 'dist/index.js'),
    baseComponents,
    baseModules: new Map(
      lwc.modules.flatMap(({ name, path }) => (name && path ? [[name, join(baseComponents, path)]] : [])),
    ),
    exposedModules: lwc.expose,
    designSystem: join(folderOf('@salesforce-ux/design-system'), 'assets'),
    versions: VERSIONED.map((name) => `${name} ${versionOf(folderOf(name))}`),
  };
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
