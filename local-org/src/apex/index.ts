/**
 * Apex: compiles deployed classes and triggers to JavaScript and runs them on the org.
 *
 * | task                                | function                                                         |
 * |-------------------------------------|------------------------------------------------------------------|
 * | run the deployed Apex               | `createApexEngine(port)`                                          |
 * | run an anonymous block              | `engine.runAnonymous(source, { user })`                           |
 * | check classes and triggers at deploy | `engine.check(components, schema)`                               |
 * | try code without an org              | `createDetachedEngine(sources)`                                    |
 * | call a class                        | `engine.transaction({ kind, user }, () => engine.callStatic(...))` |
 * | what clients ask of Apex            | `createApexService(engine, port)`                                 |
 * | what limits apply                   | `GOVERNOR_LIMITS`                                                 |
 */
export {
  createApexService,
  type AnonymousAnswer,
  type AnonymousRequest,
  type ApexService,
} from './apex-service';
export type { AuraAnswer, AuraCall, AuraError, AuraMethodStatus } from './doors/aura-calls';
export type { RestAnswer, RestCallInput } from './doors/rest-calls';
export {
  DEFAULT_LEVELS,
  LOG_LEVELS,
  NAMED_LEVELS,
  type DebugLevels,
  type LogCategory,
  type LogLevel,
} from './logging/debug-levels';
export {
  TOOLING_KEY_PREFIXES,
  type ToolingObjectName,
  type ToolingRecord,
} from './records/tooling-record-table';
export { percentOf, type UnitCoverage } from './testing/coverage-records';
export { coverageResult } from './testing/coverage-result';
export type { NamedTests, TestSelection } from './testing/select-tests';
export type { LineCoverage, TestClassOutcome, TestOutcome } from './testing/test-outcome';
export type { TestRunReport, TestRunRequest } from './testing/test-runs';
export { readCases, type CaseSource } from './conformance/read-cases';
export { runCase } from './conformance/run-case';
export type { AnonymousResult, UncaughtException } from './engine/anonymous-result';
export { apexSources, type ApexSource } from './engine/apex-source';
export {
  createApexEngine,
  type AnonymousOptions,
  type ApexEngine,
  type ApexEngineOptions,
} from './engine/apex-engine';
export type { UnitProblems } from './engine/code-base';
export { createDetachedEngine, detachedUser } from './engine/detached-engine';
export type { DebugEvent, DebugLog, LoggingLevelName } from './runtime/debug-log';
export { GOVERNOR_LIMITS } from './runtime/limits';
export type { ActionAnswer, ActionReference, ApexActionCalls, OrgLimit, OrgPort } from './runtime/org-port';
export type { CompileProblem } from './semantics/compile-error';
export { eventTriggers } from './triggers/event-triggers';
export { triggerSteps, type TriggerExecutions } from './triggers/trigger-step';
export {
  InvocableMethods,
  type InvocableMethod,
  type InvocableParameter,
} from './invocable/invocable-methods';
export type { ApexRuntime } from './runtime/apex-runtime';
export { toApexValue, toFieldValue } from './runtime/data/field-values';
export { ApexInstance, instanceVariables } from './runtime/values/apex-instance';
export { ApexList } from './runtime/values/apex-list';
export { ApexSObject } from './runtime/values/apex-sobject';
export type { ApexValue } from './runtime/values/apex-value';
export { PLATFORM_CLASSES } from './library/registry';
export { knownPlatformTypes } from './types/known-platform-types';
export { listOf } from './runtime/values/make-collections';
export type { ApexType } from './types/apex-type';
