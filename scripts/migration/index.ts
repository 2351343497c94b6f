export type { MigrationSummary, RowCounts, StepSummary } from './migration-summary';
export { runMigration, type MigrationRequest, type RecordRun } from './migrate';
export { silentProgress, type Progress } from './progress';
export type { ReconciliationCheck } from './reconcile';
export type { RowResult, RowStatus } from './row-result';
export { readDataPlan, type PlanEntry } from './data-plan';
export { loadDataPlan, type SeedResult } from './load-data-plan';
