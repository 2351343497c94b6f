import type { IntegrationMetrics } from '../shared';
import type { SheetReport } from './assign-tables';
import type { ReconciliationCheck } from './reconcile';

/** Rows of one kind, by what became of them. */
export interface RowCounts {
  readonly read: number;
  /** `created + updated` */
  readonly loaded: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Not reached: the run was stopped, or is a dry run that found no fault. */
  readonly pending: number;
  /** Rejected rows by reason code: `{ ACCOUNT_MISSING: 1425 }`. */
  readonly rejectedByReason: Readonly<Record<string, number>>;
}

/** One step with its counts. */
export interface StepSummary extends RowCounts {
  readonly step: string;
  readonly object: string;
  readonly table: string;
  /** True when the rows of the table are counted by this step in the total. */
  readonly primary: boolean;
}

/** What a migration did, for people and for programs. */
export interface MigrationSummary {
  readonly batch: string;
  readonly source: string;
  readonly mapping: string;
  /** Address of the org; empty for a dry run without an org. */
  readonly org: string;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  readonly sheets: readonly SheetReport[];
  readonly steps: readonly StepSummary[];
  /** All source rows; each counted once. */
  readonly rows: RowCounts;
  readonly reconciliation: readonly ReconciliationCheck[];
  /** True when every row is accounted for and every check holds. */
  readonly reconciled: boolean;
  /** API calls by kind; `login` is not charged to the daily limit. */
  readonly calls: IntegrationMetrics;
  readonly warnings: readonly string[];
  /** Folder with results.csv, results.json, profile.json and summary.json. */
  readonly resultsFolder: string;
  readonly durationMs: number;
}
