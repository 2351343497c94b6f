export { migrate, type MigrateOptions } from './migrate';
export { pushIntelligence, type IntelligenceOptions, type IntelligenceSummary } from './intel';
export { seed, type SeedOptions, type SeedSummary } from './seed';
