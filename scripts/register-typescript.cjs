/**
 * Lets Node require TypeScript: `node -r ./scripts/register-typescript.cjs file.ts`.
 *
 * ts-node compiles as tsconfig.json says; what it made is kept under `.build/javascript` beside a hash of what it was
 * made from, so that the compiler itself is loaded only when a file is new or has changed. The folder can be deleted
 * at any time.
 */
const { hash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, relative, resolve } = require('node:path');

const PROJECT = resolve(__dirname, '..');
const CACHE = join(PROJECT, '.build/javascript');
const MAP_MARK = '//# sourceMappingURL=data:application/json;charset=utf-8;base64,';
const HASH_MARK = '\n//# compiledFrom=';

/** Everything but the file itself that decides what the compiler makes. */
const compilerState = [
  join(PROJECT, 'package-lock.json'),
  join(PROJECT, 'tsconfig.json'),
  join(PROJECT, 'tsconfig.base.json'),
]
  .map((file) => hash('sha1', readFileSync(file)))
  .join();

let compiler;

function compile(text, file) {
  if (!compiler) {
    compiler = require('ts-node').create({ cwd: PROJECT, transpileOnly: true });
    // ts-node describes the stack too, but knows only the files that it has compiled in this process.
    Error.prepareStackTrace = describeStack;
  }
  return compiler.compile(text, file);
}

/** Compiled code, from the cache when the file is as it was; its source map is kept beside it. */
function read(file) {
  const text = readFileSync(file, 'utf8');
  const mark = HASH_MARK + hash('sha1', compilerState + text);
  const kept = readIfThere(cachePath(file));
  if (kept?.endsWith(mark)) return kept;
  const [code, map = ''] = compile(text, file).split(MAP_MARK);
  keep(`${cachePath(file)}.map`, Buffer.from(map, 'base64'));
  keep(cachePath(file), code + mark);
  return code;
}

function cachePath(file) {
  return join(CACHE, `${relative(PROJECT, file).replaceAll('..', '_')}.js`);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes beside the file and renames: another process that starts now sees the old file or the new one. */
function keep(file, content) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const written = `${file}.${process.pid}`;
    writeFileSync(written, content);
    renameSync(written, file);
  } catch {
    // A folder that cannot be written to costs speed, nothing else.
  }
}

/** Source maps by file, read when the first error of a file shows its stack: most files never need theirs. */
const sourceMaps = new Map();

function sourceMap(file) {
  if (!sourceMaps.has(file)) {
    const map = readIfThere(`${cachePath(file)}.map`);
    sourceMaps.set(file, map && new Module.SourceMap(JSON.parse(map)));
  }
  return sourceMaps.get(file);
}

function describeFrame(frame) {
  const file = frame.getFileName();
  const text = frame.toString();
  if (!file?.endsWith('.ts')) return text;
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  const entry = sourceMap(file)?.findEntry(line - 1, column - 1);
  if (entry?.originalLine === undefined) return text;
  return text.replace(`:${line}:${column}`, `:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
}

function describeStack(error, frames) {
  const lines = frames.map((frame) => `    at ${describeFrame(frame)}`);
  return [Error.prototype.toString.call(error), ...lines].join('\n');
}

Error.prepareStackTrace = describeStack;
Module.enableCompileCache(join(PROJECT, '.build/code-cache'));
Module._extensions['.ts'] = (module, file) => module._compile(read(file), file);
