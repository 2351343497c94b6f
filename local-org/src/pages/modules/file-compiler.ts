import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as LwcCompiler from '@lwc/compiler';
import { transformSync as stripTypes } from 'esbuild';
import { LWC_SETTINGS, TYPESCRIPT_SETTINGS } from '../vendor/compiler-settings';

type Compiler = typeof LwcCompiler;

/** What is wrong with a file of a component. */
export interface CompileProblem {
  /** Path in the bundle. */
  readonly file: string;
  readonly message: string;
  /** From 1; null when the compiler names no place. */
  readonly line: number | null;
  readonly column: number | null;
}

/** A file as JavaScript, which ends with its source map, or what stands against it. */
export type CompiledFile =
  | { readonly code: string; readonly problem?: undefined }
  | { readonly code?: undefined; readonly problem: CompileProblem };

interface CompilerError {
  readonly message: string;
  readonly location?: { readonly line: number; readonly column: number };
  /** Of esbuild. */
  readonly errors?: readonly {
    readonly text: string;
    readonly location: { readonly line: number; readonly column: number } | null;
  }[];
}

/** Imports of types need not be marked as such: what is not used as a value is left out. */
const LENIENT_SETTINGS = {
  compilerOptions: { ...TYPESCRIPT_SETTINGS.compilerOptions, verbatimModuleSyntax: false },
};
/** Part of the key under which results are kept: other settings or another compiler make other code. */
const COMPILER_VERSION = `2 ${lwcVersion()}`;

/**
 * Compiles the files of components as the platform does: templates, stylesheets and scripts to JavaScript.
 *
 * What was made of a file is kept by its content, also beyond the process: a deploy's check, the first page that shows
 * the component and a restarted org share it.
 */
export class FileCompiler {
  private readonly compiled = new Map<string, CompiledFile>();
  private compiler: Compiler | undefined;

  /** @param cache folder for what is kept; may be deleted at any time */
  constructor(private readonly cache: string) {
    mkdirSync(cache, { recursive: true });
  }

  /** `compile('hello', 'hello.html', '<template></template>')` */
  compile(component: string, file: string, text: string): CompiledFile {
    const key = createHash('sha256')
      .update([COMPILER_VERSION, component, file, text].join('\n'))
      .digest('hex');
    const known = this.compiled.get(key) ?? this.read(key);
    const result = known ?? this.transform(component, file, text);
    this.compiled.set(key, result);
    if (!known) writeFileSync(this.pathOf(key), JSON.stringify(result));
    return result;
  }

  private read(key: string): CompiledFile | undefined {
    try {
      return JSON.parse(readFileSync(this.pathOf(key), 'utf8')) as CompiledFile;
    } catch {
      return undefined;
    }
  }

  private pathOf(key: string): string {
    return join(this.cache, `${key}.json`);
  }

  private transform(component: string, file: string, text: string): CompiledFile {
    try {
      const { code, map } = this.loadCompiler().transformSync(scriptOf(file, text), file, {
        namespace: 'c',
        name: component,
        ...LWC_SETTINGS,
        scopedStyles: file.endsWith('.scoped.css'),
        outputConfig: { sourcemap: true },
      });
      return { code: withSourceMap(code, map) };
    } catch (error) {
      return { problem: problemOf(file, error as CompilerError) };
    }
  }

  /** The compiler takes half a second to load: only an org with components waits for it. */
  private loadCompiler(): Compiler {
    this.compiler ??= createRequire(__filename)('@lwc/compiler') as Compiler;
    return this.compiler;
  }
}

/** JavaScript of a script, with a map that leads the compiler back to its types. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.ts')) return text;
  return stripTypes(text, {
    loader: 'ts',
    target: 'esnext',
    tsconfigRaw: LENIENT_SETTINGS,
    sourcemap: 'inline',
    sourcefile: file,
  }).code;
}

/** Templates and stylesheets have no map. */
function withSourceMap(code: string, map: unknown): string {
  const { mappings } = (map ?? {}) as { readonly mappings?: string };
  if (!mappings) return code;
  const url = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  return `${code}\n//# sourceMappingURL=${url}\n`;
}

function problemOf(file: string, error: CompilerError): CompileProblem {
  const [first] = error.errors ?? [];
  const location = first?.location ?? error.location;
  return {
    file,
    message: first?.text ?? plainMessage(error.message, file),
    line: location?.line ?? null,
    column: location ? location.column + (first ? 1 : 0) : null,
  };
}

/** The compiler's message without the path that it makes up and without the excerpt of the source. */
function plainMessage(message: string, file: string): string {
  const [first = ''] = message.split('\n');
  return first.replace(new RegExp(`^(\\w*Error: )?(LWC\\d+: )?\\S*${escaped(file)}:(\\d+:\\d+:)? `), '$1$2');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function lwcVersion(): string {
  return (createRequire(__filename)('@lwc/compiler/package.json') as { version: string }).version;
}
