import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import {
  transformSync as stripTypes,
  type OnLoadResult,
  type OnResolveArgs,
  type OnResolveResult,
  type Plugin,
} from 'esbuild';
import { transformSync } from '@lwc/compiler';
import { LWC_SETTINGS, TYPESCRIPT_SETTINGS } from './compiler-settings';
import type { SpecifierResolver } from './resolve-specifier';

const TEXT = 'text';
const ABSENT = 'absent';
/**
 * Stylesheets of the base components for native shadow. Under synthetic shadow the page's SLDS styles them; without
 * these files the bundle is half the size. The compiler refuses an empty stylesheet.
 */
const NATIVE_STYLES = /lightning-base-components[\\/].*(?:\.slds|\.lbc\.native|sldsCommon)\.css$/;
const NO_RULES = '.none { --none: 0 }';

/** Lets esbuild bundle Lightning web components: templates, stylesheets and scripts, in JavaScript or TypeScript. */
export function lwcBuildPlugin(resolver: SpecifierResolver): Plugin {
  // Two builds read the same files.
  const compiled = new Map<string, OnLoadResult>();
  return {
    name: 'lightning-web-components',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) =>
        args.kind === 'entry-point' ? entryPoint(args, resolver) : resolveImport(args, resolver),
      );
      build.onLoad({ filter: /.*/, namespace: TEXT }, ({ path }) => textModule(path, resolver));
      // A component without a template or stylesheet of its own still asks for it.
      build.onLoad({ filter: /.*/, namespace: ABSENT }, () => ({ contents: 'export default undefined;' }));
      build.onLoad({ filter: /\.(?:js|ts|html|css)$/ }, ({ path, suffix }) => {
        const key = path + suffix;
        const result = compiled.get(key) ?? compile(path, suffix);
        compiled.set(key, result);
        return result;
      });
    },
  };
}

function entryPoint(args: OnResolveArgs, resolver: SpecifierResolver): OnResolveResult {
  const found = resolver.resolve(args.path);
  return found?.kind === 'file' ? { path: found.path } : resolveImport(args, resolver);
}

function resolveImport(args: OnResolveArgs, resolver: SpecifierResolver): OnResolveResult {
  const [specifier = '', query] = args.path.split('?');
  const suffix = query === undefined ? '' : `?${query}`;
  if (/^[./]/.test(specifier)) return resolveFile(specifier, args.importer, suffix);
  const found = resolver.resolve(specifier);
  if (!found) return { errors: [{ text: `No module is called ${specifier}` }] };
  if (found.kind === 'external') return { path: specifier, external: true };
  return found.kind === 'text' ? { path: specifier, namespace: TEXT } : { path: found.path };
}

/** `./helper` of a TypeScript module is `helper.ts`, of JavaScript `helper.js`. */
function resolveFile(specifier: string, importer: string, suffix: string): OnResolveResult {
  const path = resolve(dirname(importer), specifier);
  const candidates = [path, path + extname(importer), `${path}.js`, `${path}.ts`, `${path}.css`];
  const file = candidates.find((candidate) => extname(candidate) !== '' && existsSync(candidate));
  if (file !== undefined) return { path: file, suffix };
  return /\.(?:html|css)$/.test(path)
    ? { path, namespace: ABSENT }
    : { errors: [{ text: `There is no ${specifier} beside ${basename(importer)}` }] };
}

function textModule(specifier: string, resolver: SpecifierResolver): OnLoadResult {
  const found = resolver.resolve(specifier);
  return { contents: found?.kind === 'text' ? found.text : '' };
}

function compile(path: string, suffix: string): OnLoadResult {
  const source = NATIVE_STYLES.test(path) ? NO_RULES : readFileSync(path, 'utf8');
  const script = path.endsWith('.ts')
    ? stripTypes(source, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: path,
        tsconfigRaw: TYPESCRIPT_SETTINGS,
      }).code
    : source;
  const folder = dirname(path);
  const { code } = transformSync(script, path, {
    namespace: basename(dirname(folder)),
    name: basename(folder),
    ...LWC_SETTINGS,
    // Pages name their components: which module shows one is known in the browser only.
    dynamicImports: { strictSpecifier: false },
    scopedStyles: suffix.includes('scoped=true'),
  });
  return { contents: code, loader: 'js', resolveDir: folder };
}
