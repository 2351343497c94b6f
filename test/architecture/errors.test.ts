import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from './source-files';

/** `new SourceError('SOURCE_EMPTY', ...`, `super('INTERRUPTED', ...`, also with one of two codes. */
const THROWN = /(?:new \w*Error|super)\(\s*(?:\w+ \? )?'([A-Z][A-Z0-9_]+)'(?: : '([A-Z][A-Z0-9_]+)')?,/g;
/** `fail('NODE_TOO_OLD: ...` of the entry of the npm scripts. */
const PRINTED = /'([A-Z][A-Z_]+): |`([A-Z][A-Z_]+): /g;
/** Reasons of rows: `code: 'KEY_MISSING'`, `invalidCode: 'INVALID_DATE'`, `refused('NOT_SENT'`. */
const REASONS =
  /(?:\b(?:code|invalidCode): |\brefused\(\s*|\bcode = \w+ \? )'([A-Z][A-Z0-9_]+)'(?: : '([A-Z][A-Z0-9_]+)')?/g;
/** Errors in the platform's own words are the platform's to document. */
const PLATFORM_ERRORS = /new (?:ApiError|RestError)\(\s*'[A-Z_]+'|saveError\(\s*'[A-Z_]+'/g;

const sources = (folder: string): string[] =>
  filesBelow(folder)
    .filter((file) => /\.(ts|mjs)$/.test(file) && !/\.test\.ts$|\/(testing|fixture)\//.test(file))
    .map((file) => withoutComments(readFileSync(join(ROOT, file), 'utf8')).replace(PLATFORM_ERRORS, ''));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function codesIn(texts: readonly string[], ...patterns: readonly RegExp[]): string[] {
  const found = texts.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)]));
  return sorted(found.flatMap(([, ...codes]) => codes.filter(Boolean)));
}

function sorted(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}

/** The codes of the tables below a heading of docs/errors.md. */
function documented(heading: string): string[] {
  const text = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return sorted([...section.matchAll(/^\| `([A-Z0-9_]+)`/gm)].map(([, code = '']) => code));
}

describe('docs/errors.md', () => {
  it('lists the codes of the local org, and no other', () => {
    expect(documented('Local org')).toEqual(codesIn(sources('local-org/src'), THROWN));
  });

  it('lists the codes of the integration and its commands, and no other', () => {
    expect(documented('Integration')).toEqual(codesIn(sources('scripts'), THROWN, PRINTED));
  });

  it('lists the reasons for which rows are refused, and no other', () => {
    expect(documented('Reasons of rows')).toEqual(codesIn(sources('scripts'), REASONS));
  });
});
