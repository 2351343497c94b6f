/**
 * Writes the case tables into an Apex class, since Apex reads no files:
 * `node -r ./scripts/register-typescript.cjs test/architecture/apex-cases-class.ts` after a change of a table.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './source-files';

/** The class that holds the tables, from the folder of the project. */
export const CASES_CLASS = 'force-app/main/default/classes/testing/SharedCases.cls';

/** Tables that TypeScript runs too, and tables of rules that only Apex has. */
const FOLDERS = ['data/cases', 'data/cases/apex'];

interface CaseFile {
  readonly cases: readonly unknown[];
}

/** Text of the class: one JSON text for each case, by the name of the table. */
export function apexCasesClass(): string {
  const tables = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.json'))
      .map((file): readonly [string, CaseFile] => [
        basename(file, '.json'),
        JSON.parse(readFileSync(join(ROOT, folder, file), 'utf8')) as CaseFile,
      ]),
  );
  const entries = tables
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { cases }]) => {
      const lines = cases.map((one) => `            ${apexString(JSON.stringify(one))}`);
      return `        '${rule}' => new List<String>{\n${lines.join(',\n')}\n        }`;
    });
  return [
    '/** The case tables of data/cases, written by test/architecture/apex-cases-class.ts. Change the tables, not this class. */',
    '@IsTest',
    'public class SharedCases {',
    '    /** Cases as JSON, by the name of their table. */',
    '    public static final Map<String, List<String>> TABLES = new Map<String, List<String>>{',
    entries.join(',\n'),
    '    };',
    '}',
    '',
  ].join('\n');
}

/** A text as a literal of Apex. */
function apexString(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

if (require.main === module) writeFileSync(join(ROOT, CASES_CLASS), apexCasesClass());
