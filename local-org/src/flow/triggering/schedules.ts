import { MAX_RECORDS_PER_CHUNK } from '../../core';
import type { RunningUser } from '../../execution';
import { instantOf, type Recurrence } from '../../jobs';
import type { Flow } from '../definition/flow';
import type { FlowSchedule } from '../definition/start';
import type { FlowEngineState } from '../engine-state';
import { fetchRecords } from '../interview/fetch-records';
import type { FlowRecord } from '../interview/flow-record';
import { FlowRun } from '../interview/flow-run';
import { Interview } from '../interview/interview';
import { runInterviews } from '../interview/run-interviews';

/** Kind of the jobs of scheduled flows. */
export const SCHEDULE_JOB = 'flow.schedule';

/** Frequencies that are run. */
export const SCHEDULE_FREQUENCIES: readonly string[] = ['Once', 'Daily', 'Weekly'];

/** CronJobDetail.JobType of scheduled flows. */
const SCHEDULED_FLOW = '6';

/**
 * Gives every active scheduled flow its recurring job and takes away those of others. A job whose schedule did not
 * change keeps its place.
 *
 * UNVERIFIED: the scheduled job has the flow's label as its name.
 * @param ownerId user who owns the scheduled jobs
 */
export function syncSchedules(state: FlowEngineState, timeZone: string, ownerId: string): void {
  const { jobs } = state.services.ports;
  if (!jobs) return;
  const { catalogue } = state.current();
  const wanted = new Map<string, { flow: Flow; recurrence: Recurrence }>();
  for (const flow of catalogue.all()) {
    const recurrence = catalogue.isActive(flow) ? recurrenceOf(flow, timeZone) : null;
    if (recurrence) wanted.set(keyOf(flow), { flow, recurrence });
  }
  for (const job of jobs.list(SCHEDULE_JOB)) {
    const match = wanted.get(job.key ?? '');
    if (match && job.cronJob && JSON.stringify(job.recurrence) === JSON.stringify(match.recurrence))
      wanted.delete(job.key ?? '');
    else if (!match) jobs.cancel(job.id);
  }
  for (const [key, { flow, recurrence }] of wanted) {
    const cronJob = { name: flow.label, jobType: SCHEDULED_FLOW, ownerId };
    jobs.scheduleRecurring({ kind: SCHEDULE_JOB, key, recurrence, payload: { flow: flow.name }, cronJob });
  }
}

/**
 * Runs a scheduled flow: once, or once for each record that its start finds, 200 at a time.
 * DEVIATION: all batches are one transaction, and the flow runs as the org's administrator.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_concepts_trigger_schedule.htm
 */
export function runScheduledFlow(state: FlowEngineState, name: string, user: RunningUser): void {
  const { catalogue } = state.current();
  const flow = catalogue.active(name);
  if (!flow || flow.start.triggerType !== 'Scheduled') return;
  const context = { user, mode: 'system', apiVersion: Math.trunc(flow.apiVersion) } as const;
  state.services.transactions.run(() => {
    const records = recordsOf(state, flow, FlowRun.of(state.services, catalogue, flow, context));
    for (let start = 0; start < records.length; start += MAX_RECORDS_PER_CHUNK) {
      const run = FlowRun.of(state.services, catalogue, flow, context);
      const part = records.slice(start, start + MAX_RECORDS_PER_CHUNK);
      const interviews = part.map((record) => newInterview(state, flow, run, record));
      for (const interview of interviews) {
        interview.begin(new Map());
        interview.next = flow.start.connector?.target ?? null;
      }
      runInterviews(interviews);
      for (const interview of interviews) if (interview.error) state.faults.report(interview);
    }
  });
}

function recordsOf(state: FlowEngineState, flow: Flow, run: FlowRun): readonly (FlowRecord | null)[] {
  const { objectName, filters } = flow.start;
  if (objectName === null) return [null];
  const asking = newInterview(state, flow, run, null);
  const [records = []] = fetchRecords([asking], {
    objectName,
    filters,
    sortField: null,
    descending: false,
    limit: null,
  });
  return records;
}

function newInterview(
  state: FlowEngineState,
  flow: Flow,
  run: FlowRun,
  record: FlowRecord | null,
): Interview {
  const trigger = record && {
    record,
    prior: null,
    isNew: false,
    isBeforeSave: false,
    addError: () => undefined,
  };
  return new Interview(run, flow, trigger, null, state.newGuid());
}

function recurrenceOf(flow: Flow, timeZone: string): Recurrence | null {
  const { schedule, triggerType } = flow.start;
  if (triggerType !== 'Scheduled' || !schedule?.startDate) return null;
  const frequency = schedule.frequency as 'Once' | 'Daily' | 'Weekly';
  return { frequency, startMs: startOf(schedule, timeZone), timeZone };
}

function startOf({ startDate, startTime }: FlowSchedule, timeZone: string): number {
  const [year = 1970, month = 1, day = 1] = (startDate ?? '').split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = (startTime ?? '00:00:00')
    .replace('Z', '')
    .split(':')
    .map(Number);
  return instantOf({ year, month, day, hour, minute, second: Math.trunc(second) }, timeZone);
}

function keyOf(flow: Flow): string {
  return `${SCHEDULE_JOB}:${flow.name}`;
}
