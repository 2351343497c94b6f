import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIRROR_FOLDER, type MirrorFile } from './mirror-files';

/** Files of the folder that differ from what they should be, are missing, or should not be there: `['apex.d.ts']`. */
export function staleFiles(root: string, files: readonly MirrorFile[]): readonly string[] {
  const folder = join(root, MIRROR_FOLDER);
  const wanted = new Map(files.map(({ name, text }) => [name, text]));
  const held = existsSync(folder) ? readdirSync(folder) : [];
  return [...new Set([...wanted.keys(), ...held])]
    .filter((name) => {
      const path = join(folder, name);
      return !existsSync(path) || readFileSync(path, 'utf8') !== wanted.get(name);
    })
    .sort();
}

/** Brings the folder up to date. @returns the files that were written or removed */
export function writeMirror(root: string, files: readonly MirrorFile[]): readonly string[] {
  const folder = join(root, MIRROR_FOLDER);
  const wanted = new Map(files.map(({ name, text }) => [name, text]));
  const stale = staleFiles(root, files);
  mkdirSync(folder, { recursive: true });
  for (const name of stale) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
  return stale;
}
