export { buildPlan, parentLevels, rejectOrphans, type MigrationPlan } from './build-records';
export { cellText, isBlank, tidyText, type CellValue } from './cell-value';
export { cleanCell } from './clean-cell';
export { changedFields, comparedPaths } from './compare-record';
export { checkRecord, unusableFields } from './check-fields';
export { FieldIndex, type FieldFacts } from './field-index';
export type { RuleContext } from './field-value';
export {
  mappingSchema,
  type FieldRule,
  type Mapping,
  type MappingStep,
  type MappingTable,
} from './mapping-schema';
export { companySlug, isLegalForm, makeKey, plainLetters } from './normalize-key';
export { parseDate } from './parse-date';
export { parseNumber } from './parse-number';
export { StepPlan, type NamedUser, type PlannedRecord } from './planned-record';
export { readMapping, readMappings } from './read-mapping';
export type { Rejection } from './rejection';
export type { MappedRow, MappedTables } from './source-row';
export { submissionList } from './submission-list';
export { recordSyncRun, reportOf, type SyncLane, type SyncRunReport, type SyncRunStatus } from './sync-run';
export {
  countOutcomes,
  upsertChanged,
  type KeyedRecords,
  type UpsertCounts,
  type UpsertOutcome,
} from './upsert-changed';
