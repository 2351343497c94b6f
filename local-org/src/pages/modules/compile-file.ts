import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as LwcCompiler from '@lwc/compiler';
import { transformSync as stripTypes } from 'esbuild';

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

/** A file as JavaScript, or what stands against it. */
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

const TYPESCRIPT_SETTINGS = {
  compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, target: 'ESNext' },
} as const;

const compiled = new Map<string, CompiledFile>();
let compiler: Compiler | undefined;

/**
 * Compiles one file of a component as the platform does: templates, stylesheets and scripts to JavaScript.
 * The result is kept by content, so that a deploy's check and the first page that shows the component share it.
 *
 * `compileFile('hello', 'hello.html', '<template></template>')`
 */
export function compileFile(component: string, file: string, text: string): CompiledFile {
  const key = createHash('sha256').update(`${component}\n${file}\n${text}`).digest('base64');
  const known = compiled.get(key);
  if (known) return known;
  const result = compile(component, file, text);
  compiled.set(key, result);
  return result;
}

function compile(component: string, file: string, text: string): CompiledFile {
  try {
    const script = file.endsWith('.ts')
      ? stripTypes(text, { loader: 'ts', target: 'esnext', tsconfigRaw: TYPESCRIPT_SETTINGS }).code
      : text;
    const { code } = loadCompiler().transformSync(script, file, {
      namespace: 'c',
      name: component,
      enableDynamicComponents: true,
      enableLwcOn: true,
      scopedStyles: file.endsWith('.scoped.css'),
    });
    return { code };
  } catch (error) {
    return { problem: problemOf(file, error as CompilerError) };
  }
}

/** The compiler takes half a second to load: only an org with components waits for it. */
function loadCompiler(): Compiler {
  compiler ??= createRequire(__filename)('@lwc/compiler') as Compiler;
  return compiler;
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
