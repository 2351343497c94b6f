import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');

/** A case file with its text. */
export interface CaseText {
  /** From the root of the repository: `local-org/conformance/soql/where.json`. */
  readonly file: string;
  readonly text: string;
}

/** The case files of a folder of `local-org/conformance`, in alphabetical order. */
export function conformanceFiles(folder: string, suffix: string): CaseText[] {
  const path = `local-org/conformance/${folder}`;
  return readdirSync(join(ROOT, path))
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => ({ file: `${path}/${name}`, text: readFileSync(join(ROOT, path, name), 'utf8') }));
}
