import { datetimeToEpochMs, type RecordValues } from '../../core';
import type { AutomationBatch } from '../../execution';
import type { Flow } from '../definition/flow';
import type { ScheduledPath } from '../definition/start';
import type { FlowEngineState } from '../engine-state';
import { FlowRecord } from '../interview/flow-record';
import { FlowRun } from '../interview/flow-run';
import { Interview } from '../interview/interview';
import { runInterviews } from '../interview/run-interviews';
import { addOffset } from '../interview/time-offset';
import { conditionsMet } from './entry-conditions';
import type { TriggeredInterview } from './record-triggers';

/** Kinds of the jobs by which paths run later. */
export const ASYNC_PATH_JOB = 'flow.asyncPath';
export const SCHEDULED_PATH_JOB = 'flow.scheduledPath';

const ASYNC_AFTER_COMMIT = 'AsyncAfterCommit';

/** What a job of a path carries. */
export interface LaterPath {
  readonly flow: string;
  readonly path: string;
  readonly recordIds: readonly string[];
  readonly userId: string;
  readonly isNew: boolean;
  /** Records before the change, by id; only for flows that read them. */
  readonly priors: Readonly<Record<string, RecordValues>>;
}

/**
 * Queues the paths that run later: asynchronous ones once the transaction has committed, scheduled ones for their
 * time. A record that no longer meets the conditions loses its scheduled paths; a changed date moves them.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_concepts_trigger_schedule.htm
 */
export function scheduleLaterPaths(
  state: FlowEngineState,
  flow: Flow,
  batch: AutomationBatch,
  all: readonly TriggeredInterview[],
  entered: readonly TriggeredInterview[],
): void {
  for (const path of flow.start.scheduledPaths) {
    if (path.pathType === ASYNC_AFTER_COMMIT) runAfterCommit(state, flow, path, batch, entered);
    else keepTimes(state, flow, path, batch, all, entered);
  }
}

function runAfterCommit(
  state: FlowEngineState,
  flow: Flow,
  path: ScheduledPath,
  batch: AutomationBatch,
  entered: readonly TriggeredInterview[],
): void {
  if (entered.length === 0) return;
  const payload = payloadOf(flow, path, batch, entered);
  const { jobs } = state.services.ports;
  if (jobs)
    jobs.schedule({ kind: ASYNC_PATH_JOB, runAtMs: state.services.clock.now(), payload: { ...payload } });
  else batch.transaction.afterCommit(() => runLaterPath(state, payload, batch.context.user));
}

function keepTimes(
  state: FlowEngineState,
  flow: Flow,
  path: ScheduledPath,
  batch: AutomationBatch,
  all: readonly TriggeredInterview[],
  entered: readonly TriggeredInterview[],
): void {
  const { jobs } = state.services.ports;
  if (!jobs) return;
  const isEntered = new Set(entered);
  for (const triggered of all) {
    const key = `${SCHEDULED_PATH_JOB}:${flow.name}:${path.name}:${triggered.record.id ?? ''}`;
    const runAtMs = timeOf(state, path, triggered);
    // A path that waits moves with its date as long as the conditions hold; a new one needs an entry.
    const mayWait = batch.operation !== 'insert';
    const stays =
      mayWait &&
      jobs.find(key) !== undefined &&
      path.recordField !== null &&
      conditionsMet(triggered.interview);
    if (runAtMs !== null && (isEntered.has(triggered) || stays)) {
      jobs.schedule({
        kind: SCHEDULED_PATH_JOB,
        key,
        runAtMs,
        payload: { ...payloadOf(flow, path, batch, [triggered]) },
      });
    } else if (mayWait && (runAtMs === null || !conditionsMet(triggered.interview))) {
      jobs.cancel(key);
    }
  }
}

/** When a path runs; null when the record's date is empty. */
function timeOf(
  state: FlowEngineState,
  path: ScheduledPath,
  { interview, record }: TriggeredInterview,
): number | null {
  if (path.recordField === null) return addOffset(state.services.clock.now(), path.offset, path.offsetUnit);
  const value =
    interview.trigger?.record.get(path.recordField, interview.run.session) ?? record.values[path.recordField];
  if (typeof value !== 'string') return null;
  const base = value.length === 10 ? Date.parse(value) : datetimeToEpochMs(value);
  return addOffset(base, path.offset, path.offsetUnit);
}

function payloadOf(
  flow: Flow,
  path: ScheduledPath,
  batch: AutomationBatch,
  triggered: readonly TriggeredInterview[],
): LaterPath {
  const withPrior = flow.readsPrior ? triggered : [];
  return {
    flow: flow.name,
    path: path.name,
    recordIds: triggered.flatMap(({ record }) => record.id ?? []),
    userId: batch.context.user.id,
    isNew: batch.operation === 'insert',
    priors: Object.fromEntries(withPrior.map(({ record }) => [record.id ?? '', { ...record.prior }])),
  };
}

/** Runs a path for records as they are now. Those that are gone are left out; a failed interview is reported. */
export function runLaterPath(
  state: FlowEngineState,
  later: LaterPath,
  user: Interview['run']['context']['user'],
): void {
  const { catalogue } = state.current();
  const flow = catalogue.active(later.flow);
  const path = flow?.start.scheduledPaths.find((candidate) => candidate.name === later.path);
  const type = flow && catalogue.schema.find(flow.start.objectName ?? '');
  if (!flow || !path?.connector || !type) return;
  const { target } = path.connector;
  const { services } = state;
  services.transactions.run(() => {
    const run = FlowRun.of(services, catalogue, flow, {
      user,
      mode: 'system',
      apiVersion: Math.trunc(flow.apiVersion),
    });
    const rows = services.store.findAll(type, later.recordIds);
    const interviews = [...rows.values()].flatMap((row) => {
      if (row['IsDeleted'] === true) return [];
      const prior = later.priors[String(row['Id'])];
      const trigger = {
        record: new FlowRecord(type, { ...row }),
        prior: prior && !later.isNew ? new FlowRecord(type, prior) : null,
        isNew: later.isNew,
        isBeforeSave: false,
        addError: () => undefined,
      };
      const interview = new Interview(run, flow, trigger, null, state.newGuid());
      interview.begin(new Map());
      interview.next = target;
      return [interview];
    });
    runInterviews(interviews);
    for (const interview of interviews) if (interview.error) state.faults.report(interview);
  });
}
