import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');

/** As components are compiled: the platform takes modern modules and standard decorators only. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  experimentalDecorators: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: [],
};

/** Parsed files of packages and libraries: most of the time of a compilation. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles texts as if they stood at the root of the repository.
 * @param files text by name: `{ 'apex.d.ts': '...', 'page.ts': '...' }`
 * @returns what is wrong in them: `['page.ts:3: Property ...']`; libraries are not checked
 */
export function compile(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(ROOT, name), text]));
  const host = ts.createCompilerHost(OPTIONS);
  const readLibrary = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => ROOT;
  const onDisk = host.fileExists.bind(host);
  host.fileExists = (path) => texts.has(path) || onDisk(path);
  host.getSourceFile = (path, language) => {
    const text = texts.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, language);
    if (!libraries.has(path)) libraries.set(path, readLibrary(path, language));
    return libraries.get(path);
  };
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map((diagnostic) => describeDiagnostic(diagnostic, path));
  });
}

function describeDiagnostic({ file, start = 0, messageText }: ts.Diagnostic, path: string): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `${path.slice(ROOT.length + 1)}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
