import type { Ended } from './project-process';

/** Records of one kind, by what became of them. */
interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

interface RowCounts extends Counts {
  readonly read: number;
  readonly loaded: number;
  readonly pending: number;
  readonly rejectedByReason: Readonly<Record<string, number>>;
}

/** The part of a migration's summary that the tests look at. */
export interface MigrationSummary {
  readonly batch: string;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  readonly reconciled: boolean;
  readonly rows: RowCounts;
  readonly steps: readonly (RowCounts & { readonly step: string; readonly object: string })[];
  readonly calls: { readonly calls: number };
  readonly resultsFolder: string;
  readonly sheets: readonly {
    readonly sheet: string;
    readonly hidden: boolean;
    /** `load`, `lookup` or `ignored`. */
    readonly role: string;
    readonly remarks: readonly string[];
  }[];
}

/** The part of the summary of `npm start -- --json` that the tests look at. */
export interface StartSummary {
  readonly address: string;
  readonly deployed: {
    readonly components: number;
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
  };
  readonly scheduled: readonly string[];
  readonly people: { readonly users: number; readonly created: number; readonly assigned: number };
  readonly seeded: Counts;
  readonly migrated: MigrationSummary;
  readonly intelligence: Counts;
  readonly apiCalls: Readonly<Record<string, number>>;
  readonly passwordFile: string;
}

/** Reads the one line of JSON on standard output; what a process said on standard error explains a failure. */
export function jsonLine<T>({ code, stdout, stderr }: Ended): T {
  const lines = stdout.trimEnd().split('\n');
  if (lines.length !== 1 || lines[0] === '') {
    throw new Error(`Not one line of JSON (exit code ${String(code)}): ${stdout}\n${stderr}`);
  }
  return JSON.parse(lines[0] ?? '') as T;
}
