import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Root of the repository. */
export const ROOT = join(__dirname, '../..');

const PASSED_OVER: ReadonlySet<string> = new Set([
  'node_modules',
  'coverage',
  'generated',
  'package-lock.json',
]);

/** Paths of the files below a folder of the repository, without hidden, installed and generated ones. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !PASSED_OVER.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
