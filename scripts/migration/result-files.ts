import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowResult } from './row-result';

const COLUMNS = [
  'source',
  'step',
  'object',
  'status',
  'code',
  'message',
  'field',
  'key',
  'recordId',
  'alsoFrom',
] as const;

/** Writes files of a run into its folder, each whole or not at all. */
export class ResultFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  /** Writes a value as JSON. */
  writeJson(name: string, value: unknown): void {
    this.write(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Writes row results as `results.json` and as `results.csv` for the spreadsheet program. */
  writeResults(results: readonly RowResult[]): void {
    this.write('results.json', `[\n${results.map((result) => JSON.stringify(result)).join(',\n')}\n]\n`);
    const lines = results.map((result) => COLUMNS.map((column) => csvCell(result[column])).join(','));
    this.write('results.csv', `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`);
  }

  private write(name: string, text: string): void {
    const target = join(this.path, name);
    writeFileSync(`${target}.part`, text);
    renameSync(`${target}.part`, target);
  }
}

/** A cell that no spreadsheet program takes for a formula. */
function csvCell(value: string | readonly string[] | null): string {
  const text = value === null ? '' : typeof value === 'string' ? value : value.join(' ');
  const safe = /^[=+@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
