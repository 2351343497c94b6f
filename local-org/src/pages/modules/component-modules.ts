import { createHash } from 'node:crypto';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { posix } from 'node:path';
import { build, type OnResolveResult, type Plugin } from 'esbuild';
import { findBundle } from './component-bundle';
import { compileBundle, type CompiledBundle } from './compile-bundle';
import { componentErrorModule } from './component-error-module';
import type { FileCompiler } from './file-compiler';
import { sharedModule, type SharedModuleServices } from './platform-modules';
import type { SourcePlace } from './source-place';

/** Where the browser loads components of the org from. */
export const COMPONENT_MODULES = '/local-org/modules/c/';

const BUNDLE = 'bundle';
const ABSENT = 'absent';
const INLINED = 'inlined';
const VERSION_CHARACTERS = 16;

/** A component as one module. */
interface LinkedModule {
  readonly text: string;
  /** JSON of its source map; undefined for a module that stands for a component that does not compile. */
  readonly sourceMap?: string;
}

/**
 * Modules of the components that are deployed, compiled when they are asked for.
 *
 * A module's address carries its version: a hash over the component and everything of the org that it uses, labels
 * among it. So a
 * browser may keep a module for good, and a page that asks for the new address after a deploy gets the new component
 * with all its parts, without loading the whole page again.
 */
export class ComponentModules {
  private readonly linked = new Map<string, Promise<LinkedModule>>();

  constructor(
    private readonly services: SharedModuleServices,
    private readonly compiler: FileCompiler,
  ) {}

  /** Address of a component's module; undefined when there is no such component. */
  address(name: string): string | undefined {
    const version = this.version(name, new Set());
    return version === undefined ? undefined : `${COMPONENT_MODULES}${name}.js?v=${version}`;
  }

  /** Text of a component's module, which names its source map; undefined when there is no such component. */
  async module(name: string): Promise<string | undefined> {
    return (await this.find(name))?.text;
  }

  /** JSON of the source map of a component's module; undefined when there is none. */
  async sourceMap(name: string): Promise<string | undefined> {
    return (await this.find(name))?.sourceMap;
  }

  /** Where in the files of a component a place of its module comes from; undefined when that is not known. */
  async sourcePlace(name: string, line: number, column: number): Promise<SourcePlace | undefined> {
    const json = await this.sourceMap(name);
    if (json === undefined) return undefined;
    const entry = new SourceMap(JSON.parse(json) as SourceMapPayload).findEntry(line - 1, column - 1);
    return 'originalSource' in entry
      ? { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
      : undefined;
  }

  private async find(name: string): Promise<LinkedModule | undefined> {
    const version = this.version(name, new Set());
    if (version === undefined) return undefined;
    const key = `${name} ${version}`;
    let linked = this.linked.get(key);
    if (!linked) {
      linked = this.link(name, version);
      this.linked.set(key, linked);
    }
    return linked;
  }

  /** A circle of components ends at the one it began with: what that one contains counts once. */
  private version(name: string, above: ReadonlySet<string>): string | undefined {
    const compiled = this.compile(name);
    if (!compiled) return undefined;
    const { bundle, imports } = compiled;
    const dependencies = imports.flatMap(({ specifier }) => /^c\/(.+)$/.exec(specifier)?.[1] ?? []);
    const hash = createHash('sha256').update(bundle.hash);
    for (const { specifier } of imports) hash.update(this.inlined(specifier) ?? '');
    const within = new Set([...above, name]);
    for (const dependency of dependencies) {
      if (!within.has(dependency)) hash.update(`${dependency} ${this.version(dependency, within) ?? ''}`);
    }
    return hash.digest('hex').slice(0, VERSION_CHARACTERS);
  }

  private compile(name: string): CompiledBundle | undefined {
    const bundle = findBundle(this.services.components(), name);
    return bundle && compileBundle(bundle, this.compiler);
  }

  private async link(name: string, version: string): Promise<LinkedModule> {
    const compiled = this.compile(name);
    if (!compiled) throw new Error(`There is no component ${name}`);
    if (compiled.problems.length > 0) return { text: componentErrorModule(`c-${name}`, compiled.problems) };
    const entry = ['js', 'ts', 'html'].map((extension) => `${name}.${extension}`);
    const path = entry.find((file) => compiled.code.has(file));
    if (path === undefined) {
      const message = `The component has no ${name}.js and no ${name}.html`;
      return {
        text: componentErrorModule(`c-${name}`, [{ file: name, message, line: null, column: null }]),
      };
    }
    const { outputFiles } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      outfile: `${name}.js`,
      sourcemap: 'external',
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
      plugins: [this.bundlePlugin(compiled)],
    });
    const textOf = (extension: string): string =>
      outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
    return {
      text: `${textOf('.js')}//# sourceMappingURL=${name}.js.map?v=${version}\n`,
      sourceMap: withPlainSources(textOf('.map')),
    };
  }

  private bundlePlugin({ code }: CompiledBundle): Plugin {
    return {
      name: 'component-bundle',
      setup: (builder) => {
        builder.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
          if (kind === 'entry-point') return { path, namespace: BUNDLE };
          const [specifier = ''] = path.split('?');
          return specifier.startsWith('.') ? inBundle(code, importer, specifier) : this.outside(specifier);
        });
        builder.onLoad({ filter: /.*/, namespace: BUNDLE }, ({ path }) => ({
          contents: code.get(path) ?? '',
        }));
        builder.onLoad({ filter: /.*/, namespace: INLINED }, ({ path }) => ({
          contents: this.inlined(path) ?? '',
        }));
        builder.onLoad({ filter: /.*/, namespace: ABSENT }, () => ({
          contents: 'export default undefined;',
        }));
      },
    };
  }

  /** Labels, names of fields and the like become part of the component: one request less for each of them. */
  private inlined(specifier: string): string | undefined {
    const [, path] = /^@salesforce\/(.+)$/.exec(specifier) ?? [];
    return path === undefined ? undefined : sharedModule(path, this.services);
  }

  /** Components of the org by their versioned address, everything else by name through the import map. */
  private outside(specifier: string): OnResolveResult {
    if (this.inlined(specifier) !== undefined) return { path: specifier, namespace: INLINED };
    const [, name = ''] = /^c\/(.+)$/.exec(specifier) ?? [];
    return { path: this.address(name) ?? specifier, external: true };
  }
}

/** The map with the paths of the sources in the bundle, without the namespace that the linker puts in front. */
function withPlainSources(json: string): string {
  const map = JSON.parse(json) as { readonly sources: readonly string[] };
  const sources = map.sources.map((source) => source.slice(source.indexOf(':') + 1));
  return JSON.stringify({ ...map, sources });
}

/** `./helper` is `helper.js` or `helper.ts`; a template or stylesheet that the compiler looks for may be missing. */
function inBundle(code: ReadonlyMap<string, string>, importer: string, specifier: string): OnResolveResult {
  const path = posix.normalize(posix.join(posix.dirname(importer), specifier));
  const file = [path, `${path}.js`, `${path}.ts`, path.replace(/\.js$/, '.ts')].find((name) =>
    code.has(name),
  );
  if (file !== undefined) return { path: file, namespace: BUNDLE };
  return /\.(?:html|css)$/.test(path)
    ? { path, namespace: ABSENT }
    : { errors: [{ text: `The component has no file ${path}` }] };
}
