import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow, ROOT } from './source-files';

const TEXT = /\.(ts|mjs|js|cjs|json|jsonl|md|yml|xml|cls|trigger|html|css|cases|csv)$/;
const files = filesBelow('').filter((file) => TEXT.test(file));
const textOf = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

/** Files whose text has what a pattern finds, with what it found. */
function finds(pattern: RegExp, among: (file: string) => boolean): string[] {
  return files.filter(among).flatMap((file) => {
    const found = pattern.exec(textOf.get(file) ?? '');
    return found ? [`${file}: ${found[0]}`] : [];
  });
}

const isCode = (file: string): boolean => /\.(ts|mjs|js)$/.test(file);
/** This file states what it looks for. */
const isOther = (file: string): boolean => basename(file) !== 'repository-rules.test.ts';

describe('repository', () => {
  it('names no path of a machine', () => {
    expect(finds(/(?<![\w.])\/(?:work|tmp|home|root|Users)\/[\w.-]+/, (file) => isOther(file))).toEqual([]);
  });

  it('names no package registry', () => {
    expect(finds(/registry\.npmjs|registry\.yarnpkg|npm\.pkg\.github|artifactory/i, isOther)).toEqual([]);
  });

  it('leaves no reminders in code', () => {
    expect(finds(/\b(?:TODO|FIXME|XXX|HACK)\b/, (file) => isCode(file) && isOther(file))).toEqual([]);
  });

  it('has no skipped or focused tests', () => {
    expect(
      finds(
        /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/,
        (file) => isCode(file) && isOther(file),
      ),
    ).toEqual([]);
  });

  it('switches no check off', () => {
    expect(
      finds(
        /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error/,
        (file) => isCode(file) && isOther(file),
      ),
    ).toEqual([]);
  });

  it('keeps the local org free of the solution: no name of force-app is in its sources', () => {
    const names = solutionNames();
    expect(names.length).toBeGreaterThan(50);
    const pattern = new RegExp(`\\b(?:${names.join('|')})\\b`);
    expect(finds(pattern, (file) => file.startsWith('local-org/'))).toEqual([]);
  });

  it('keeps file names in kebab case', () => {
    // Modules of the browser are named as components are.
    const named = files.filter((file) =>
      /^(local-org\/src\/(?!pages\/client\/modules\/)|scripts\/|test\/).*\.(ts|mjs)$/.test(file),
    );
    expect(named.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9]+)+$/.test(basename(file)))).toEqual([]);
  });
});

/** Names that any solution may use. */
const GENERIC_NAMES: ReadonlySet<string> = new Set(['External_Id__c']);
const NAMED =
  /([^/]+)\.(?:object|field|customPermission|permissionset|permissionsetgroup|app|queue|globalValueSet)-meta\.xml$/;

/** Custom objects, fields, permissions and the like that the solution brings, when they are of several words. */
function solutionNames(): string[] {
  const names = filesBelow('force-app').flatMap((file) => NAMED.exec(file)?.[1] ?? []);
  const ofSeveralWords = names.filter((name) => /[A-Za-z0-9]_[A-Za-z0-9]/.test(name));
  return [...new Set(ofSeveralWords)].filter((name) => !GENERIC_NAMES.has(name)).sort();
}
