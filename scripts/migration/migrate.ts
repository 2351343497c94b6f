import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  buildPlan,
  type FieldIndex,
  type Mapping,
  type MappingStep,
  type MigrationPlan,
  type StepPlan,
} from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import { IntegrationError, systemClock, type Clock, type IntegrationMetrics } from '../shared';
import { knownHeadings } from './assign-tables';
import { checkPlan } from './check-plan';
import { assertComplete, chooseMapping, type ChosenMapping } from './choose-mapping';
import { countRows, summariseSteps } from './count-rows';
import { loadStep, type LoadedStep } from './load-step';
import type { MigrationSummary } from './migration-summary';
import { profileSource } from './profile';
import { silentProgress, type Progress } from './progress';
import { reconcileStep, type ReconciliationCheck } from './reconcile';
import { resolveUsers } from './resolve-users';
import { ResultFolder } from './result-files';
import { rejectedResult, rowResult, type RowResult } from './row-result';
import { RunStateFile } from './run-state';
import { readSource, type Source } from './source/read-source';

/** What a migration works with. */
export interface MigrationRequest {
  /** Workbook, `.csv` file or folder of them. */
  readonly source: string;
  /** Mappings to choose from; one when the user named it. */
  readonly mappings: readonly Mapping[];
  /** Connects to the org; asked only when the source is read and mapped. Null for a dry run without an org. */
  readonly connect: () => Promise<SalesforceIntegration | null>;
  readonly dryRun: boolean;
  /** Folder under which each batch gets its own: `.local/migrations`. */
  readonly resultsRoot: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock;
  /** Keeps the run in the org; asked when there is an org and something may be written. */
  readonly recordRun?: RecordRun;
}

/** Carries a run out and keeps in the org that it ran, and what it did. */
export type RecordRun = (
  org: SalesforceIntegration,
  run: () => Promise<MigrationSummary>,
  clock: Clock,
) => Promise<MigrationSummary>;

const NO_CALLS: IntegrationMetrics = {
  callsByKind: {},
  calls: 0,
  retries: 0,
  recordsSent: 0,
  callsPerRecord: null,
  dailyLimit: null,
};

/** A migration on its way. */
interface Run {
  readonly request: MigrationRequest;
  readonly mapping: Mapping;
  readonly plan: MigrationPlan;
  readonly folder: ResultFolder;
  readonly batch: string;
  readonly results: Map<string, RowResult[]>;
  readonly checks: ReconciliationCheck[];
  readonly warnings: string[];
  failure: IntegrationError | null;
}

/**
 * Migrates a list: profile, map, validate every row, load parents before children, reconcile.
 * Running it again loads only what is new or changed.
 * @throws SourceError, ConfigurationError, and what a call fails with for good (results so far are kept)
 */
export async function runMigration(request: MigrationRequest): Promise<MigrationSummary> {
  const clock = request.clock ?? systemClock;
  const startedAt = clock.now();
  const progress = request.progress ?? silentProgress;
  progress.start('Read and profile the source');
  const source = await readSource(request.source);
  const chosen = chooseMapping(source, request.mappings);
  assertComplete(chosen);
  const run = prepare(request, source, chosen);
  progress.done(`${countSourceRows(chosen)} rows, mapping ${run.mapping.name}`);
  const org = await request.connect();
  const state = new RunStateFile(run.folder, source.path, org?.instanceUrl ?? '', () => clock.now());
  const carryOut = async (): Promise<MigrationSummary> => {
    if (org) await loadAll(run, org, progress, state);
    else run.warnings.push('no org: lengths, picklists and users were not checked');
    const summary = finish(run, chosen, source, org, clock.now() - startedAt);
    if (run.failure) throw run.failure;
    return summary;
  };
  try {
    const isRecorded = org !== null && request.recordRun !== undefined && !request.dryRun;
    const summary = isRecorded ? await request.recordRun(org, carryOut, clock) : await carryOut();
    state.end(summary.interrupted ? 'interrupted' : 'complete');
    return summary;
  } catch (error) {
    state.end('failed', error instanceof IntegrationError ? error.code : String(error));
    throw error;
  } finally {
    await org?.close();
  }
}

function prepare(request: MigrationRequest, source: Source, { mapping, assigned }: ChosenMapping): Run {
  const batch = `${mapping.name}-${fingerprint(source)}`;
  const folder = new ResultFolder(join(request.resultsRoot, batch));
  folder.writeJson('profile.json', profileSource(source, knownHeadings([mapping])));
  const plan = buildPlan(mapping, { dateOrder: mapping.dateOrder, tables: assigned.tables, batch });
  const warnings = [...source.passedOver];
  for (const sheet of assigned.sheets) {
    if (sheet.role === 'ignored' && sheet.rows > 0)
      warnings.push(`${sheet.sheet}: ${sheet.rows} rows not read (${sheet.remarks.at(-1) ?? ''})`);
  }
  return { request, mapping, plan, folder, batch, results: new Map(), checks: [], warnings, failure: null };
}

/** The same content makes the same batch, so that a repeated run goes on with it. */
function fingerprint(source: Source): string {
  const hash = createHash('sha256');
  for (const { file, name, rows } of source.sheets) hash.update(JSON.stringify([file, name, rows]));
  return hash.digest('hex').slice(0, 8);
}

const countSourceRows = ({ assigned }: ChosenMapping): number =>
  assigned.sheets.reduce((sum, sheet) => sum + (sheet.role === 'load' ? sheet.rows : 0), 0);

async function loadAll(
  run: Run,
  org: SalesforceIntegration,
  progress: Progress,
  state: RunStateFile,
): Promise<void> {
  progress.start('Validate every row');
  const checked = await checkPlan(org, run.mapping, run.plan);
  run.warnings.push(...checked.warnings, ...(await resolveUsers(org, run.plan)));
  const records = [...run.plan.values()].flatMap((plan) => plan.records);
  const rejected = records.filter(({ rejections }) => rejections.length > 0);
  progress.done(`${rejected.length} of ${records.length} records rejected before any was sent`);
  if (run.request.dryRun) return;
  for (const step of run.mapping.steps) {
    const plan = run.plan.get(step.name);
    const fields = checked.fields.get(step.object);
    if (!plan || !fields || run.failure || run.request.signal?.aborted) continue;
    state.begin(step.name);
    progress.start(`Load ${step.name}`);
    const loaded = await loadOne(run, org, step, plan, fields);
    progress.done(describeStep(loaded));
    state.finish(step.name, countRows(loaded.results));
  }
}

/** Loads and reconciles one step; its results are on the disk before the next begins. */
async function loadOne(
  run: Run,
  org: SalesforceIntegration,
  step: MappingStep,
  plan: StepPlan,
  fields: FieldIndex,
): Promise<LoadedStep> {
  const { signal } = run.request;
  const onFailure = (error: IntegrationError): void => {
    run.failure = error;
  };
  const loaded = await loadStep(step, plan, { org, fields, signal, onFailure });
  run.results.set(step.name, loaded.results);
  run.folder.writeResults([...run.results.values()].flat());
  const stopped = run.failure !== null || signal?.aborted === true;
  if (!stopped) run.checks.push(...(await reconcileStep(org, step, plan, loaded)));
  return loaded;
}

function describeStep({ results }: LoadedStep): string {
  const counts = new Map<string, number>();
  for (const { status } of results) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'nothing to do';
}

function finish(
  run: Run,
  { assigned }: ChosenMapping,
  source: Source,
  org: SalesforceIntegration | null,
  durationMs: number,
): MigrationSummary {
  const results = run.mapping.steps.flatMap((step) => run.results.get(step.name) ?? unsentResults(run, step));
  run.folder.writeResults(results);
  const { steps, rows } = summariseSteps(run.mapping, results);
  const interrupted = run.request.signal?.aborted === true;
  const loadRows = countSourceRows({ mapping: run.mapping, assigned });
  const accounted = rows.read === loadRows;
  const complete = run.request.dryRun || (rows.pending === 0 && !interrupted);
  const summary: MigrationSummary = {
    batch: run.batch,
    source: source.path,
    mapping: run.mapping.name,
    org: org?.instanceUrl ?? '',
    dryRun: run.request.dryRun,
    interrupted,
    sheets: assigned.sheets,
    steps,
    rows,
    reconciliation: run.checks,
    reconciled: accounted && complete && run.checks.every(({ agrees }) => agrees),
    calls: org?.metrics() ?? NO_CALLS,
    warnings: run.warnings,
    resultsFolder: run.folder.path,
    durationMs,
  };
  run.folder.writeJson('summary.json', summary);
  return summary;
}

/** Results of a step that was not sent: rejected rows with their reasons, the others waiting. */
function unsentResults(run: Run, step: Mapping['steps'][number]): RowResult[] {
  const waiting = run.request.dryRun ? 'valid' : 'pending';
  return (run.plan.get(step.name)?.records ?? []).map((planned) =>
    planned.rejections.length > 0 ? rejectedResult(step, planned) : rowResult(step, planned, waiting),
  );
}
