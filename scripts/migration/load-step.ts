import {
  changedFields,
  comparedPaths,
  parentLevels,
  rejectOrphans,
  type FieldIndex,
  type MappingStep,
  type PlannedRecord,
  type StepPlan,
} from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import type { FieldValue, IntegrationError, QueryRow, RecordData, SaveResult } from '../shared';
import { existingRecords } from './existing-records';
import { keyScope, type KeyScope } from './key-scope';
import { rejectedResult, rowResult, type RowResult } from './row-result';

/** What loading a step needs. */
export interface LoadContext {
  readonly org: SalesforceIntegration;
  readonly fields: FieldIndex;
  readonly signal: AbortSignal | undefined;
  /** Told when a call failed for good; the rows not sent stay pending. */
  readonly onFailure: (error: IntegrationError) => void;
}

/** What became of a step. */
export interface LoadedStep {
  readonly results: RowResult[];
  readonly scope: KeyScope;
  /** Records with the prefix that the source does not hold. */
  readonly extras: readonly QueryRow[];
}

/** Codes of rows that were not reached: the next run sends them. */
const UNREACHED: ReadonlySet<string> = new Set(['INTERRUPTED', 'NOT_SENT', 'NOT_PROCESSED']);

/** Loads a step: reads what the org holds, sends only new and changed records, parents before children. */
export async function loadStep(step: MappingStep, plan: StepPlan, context: LoadContext): Promise<LoadedStep> {
  rejectOrphans(plan);
  const uncompared = new Set(uncomparedFields(step));
  const keys = plan.accepted.flatMap(({ key }) => (key === null ? [] : [key]));
  const scope = keyScope(step.key.field, step.key.prefix, keys);
  const paths = comparedPaths(
    plan.accepted.map(({ record }) => record),
    uncompared,
  );
  const existing = await existingRecords(context.org, step, scope, paths);
  const extras = [...existing].filter(([key]) => !plan.find(key)).map(([, row]) => row);
  const outcomes = new Map<PlannedRecord, RowResult>();
  for (const level of parentLevels(plan)) {
    await loadLevel(step, level, { ...context, existing, uncompared }, outcomes);
    rejectOrphans(plan);
  }
  const results = plan.records.map((planned) => outcomes.get(planned) ?? rejectedResult(step, planned));
  return { results, scope, extras };
}

/** Fields that do not make a record different: values of the run, and those set only once. */
function uncomparedFields(step: MappingStep): string[] {
  return Object.entries(step.fields)
    .filter(([, rule]) => rule.system !== undefined || rule.createOnly)
    .map(([name]) => name);
}

interface LevelContext extends LoadContext {
  readonly existing: ReadonlyMap<string, QueryRow>;
  readonly uncompared: ReadonlySet<string>;
}

async function loadLevel(
  step: MappingStep,
  level: readonly PlannedRecord[],
  context: LevelContext,
  outcomes: Map<PlannedRecord, RowResult>,
): Promise<void> {
  const sent: { readonly planned: PlannedRecord; readonly data: RecordData }[] = [];
  for (const planned of level) {
    if (planned.rejections.length > 0) continue;
    const held = context.existing.get((planned.key ?? '').toLowerCase());
    const changes = held ? changedFields(planned.record, held, context.fields, context.uncompared) : null;
    if (changes?.length === 0) {
      outcomes.set(planned, rowResult(step, planned, 'unchanged', { recordId: String(held?.['Id']) }));
    } else {
      sent.push({ planned, data: changes ? partOf(planned.record, step, changes) : planned.record });
    }
  }
  if (sent.length === 0) return;
  const { signal, onFailure } = context;
  const options = { onFailure, ...(signal ? { signal } : {}) };
  const saved = await context.org.upsert(
    step.object,
    step.key.field,
    sent.map(({ data }) => data),
    options,
  );
  sent.forEach(({ planned }, index) => outcomes.set(planned, outcomeOf(step, planned, saved[index])));
}

/** Of a record that exists only the changes are sent: fields that people maintain in the org stay theirs. */
function partOf(
  record: Readonly<Record<string, FieldValue>>,
  step: MappingStep,
  changes: readonly string[],
): RecordData {
  const system = Object.entries(step.fields).flatMap(([name, rule]) => (rule.system ? [name] : []));
  const names = new Set([step.key.field, ...changes, ...system]);
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
}

function outcomeOf(step: MappingStep, planned: PlannedRecord, result: SaveResult | undefined): RowResult {
  if (result?.success) {
    return rowResult(step, planned, result.created ? 'created' : 'updated', { recordId: result.id ?? '' });
  }
  const error = result?.errors[0] ?? {
    code: 'UNKNOWN_EXCEPTION',
    message: 'No result for the row',
    fields: [],
  };
  const details = { code: error.code, message: error.message, field: error.fields.join(', ') };
  // Children of a record that is not in the org cannot be sent either.
  planned.rejections.push({ code: error.code, message: error.message });
  return rowResult(step, planned, UNREACHED.has(error.code) ? 'pending' : 'rejected', details);
}
