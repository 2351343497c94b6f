import type { ComponentBundle } from './component-bundle';
import type { CompileProblem, FileCompiler } from './file-compiler';

/** A module that a file of a component names. */
export interface ModuleImport {
  /** `c/row`, `lightning/button`, `@salesforce/label/c.Title`, `./helper` */
  readonly specifier: string;
  /** Path in the bundle of the file that names it. */
  readonly file: string;
}

/** A component whose files have been compiled, each for itself. */
export interface CompiledBundle {
  readonly bundle: ComponentBundle;
  /** JavaScript with its source map, by path in the bundle. */
  readonly code: ReadonlyMap<string, string>;
  readonly problems: readonly CompileProblem[];
  /** What its files import, components in templates among it; each once a file, in order of names. */
  readonly imports: readonly ModuleImport[];
}

/** `from "x"`, `import "x"`, `import("x")` in compiled code. */
const IMPORT = /\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;

const compiled = new WeakMap<ComponentBundle, CompiledBundle>();

/** Compiles each file of a component; once, however often it is asked for. */
export function compileBundle(bundle: ComponentBundle, compiler: FileCompiler): CompiledBundle {
  let result = compiled.get(bundle);
  if (!result) {
    result = compile(bundle, compiler);
    compiled.set(bundle, result);
  }
  return result;
}

function compile(bundle: ComponentBundle, compiler: FileCompiler): CompiledBundle {
  const code = new Map<string, string>();
  const problems: CompileProblem[] = [];
  const imports: ModuleImport[] = [];
  for (const [path, text] of bundle.files) {
    const file = compiler.compile(bundle.name, path, text);
    if (file.problem) {
      problems.push(file.problem);
      continue;
    }
    code.set(path, file.code);
    const specifiers = new Set([...file.code.matchAll(IMPORT)].map(([, specifier = '']) => specifier));
    for (const specifier of specifiers) imports.push({ specifier, file: path });
  }
  imports.sort((a, b) => (a.specifier < b.specifier ? -1 : a.specifier > b.specifier ? 1 : 0));
  return { bundle, code, problems, imports };
}
