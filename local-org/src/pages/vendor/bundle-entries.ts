import type { Plugin } from 'esbuild';

/** A module with what it exports: `{ specifier: 'shell/http', names: ['request'] }`. */
export interface ExportedNames {
  readonly specifier: string;
  readonly names: readonly string[];
}

/** The bundles: what comes with the packages, what is our own, and of that what only some pages show. */
export const BUNDLES = ['packages', 'pages', 'analytics'] as const;
export type BundleName = (typeof BUNDLES)[number];

/** Bundles that every page fetches at once. */
export const FIRST_BUNDLES: readonly BundleName[] = ['packages', 'pages'];

const SHOWN_BY_SOME = /^(?:analytics|calendar|chart)\/|^flexipage\/reportChart$/;

/** The bundle of a module of our own. */
export function bundleOfOwn(specifier: string): BundleName {
  return SHOWN_BY_SOME.test(specifier) ? 'analytics' : 'pages';
}

/** Stands before the name of a bundle as an entry of a build. */
export const BUNDLE_ENTRY = 'bundle:';

const NAMESPACE = 'bundle-entry';

/** Starts the shell: what it needs must be there before. */
const LAST = 'shell/start';

/** Under which name a bundle exports what a module does: `shell_http_request`. */
export function bundledName(specifier: string, name: string): string {
  return `${specifier.replace('/', '_')}_${name}`;
}

/** Lets esbuild read the entry of a bundle, which exports all that its modules do. */
export function bundleEntries(contents: Readonly<Record<BundleName, readonly ExportedNames[]>>): Plugin {
  const textOf = (bundle: string): string =>
    contents[bundle as BundleName]
      .toSorted((a, b) => Number(a.specifier === LAST) - Number(b.specifier === LAST))
      .map(exportLine)
      .join('\n');
  return {
    name: 'bundle-entries',
    setup: (builder) => {
      builder.onResolve({ filter: new RegExp(`^${BUNDLE_ENTRY}`) }, ({ path }) => ({
        path: path.slice(BUNDLE_ENTRY.length),
        namespace: NAMESPACE,
      }));
      builder.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ contents: textOf(path) }));
    },
  };
}

function exportLine({ specifier, names }: ExportedNames): string {
  const passed = names.map((name) => `${name} as ${bundledName(specifier, name)}`);
  return passed.length === 0
    ? `import '${specifier}';`
    : `export { ${passed.join(', ')} } from '${specifier}';`;
}
