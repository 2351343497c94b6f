import type { RecordValues } from '../../core';
import type { RequestContext, RunningUser } from '../../execution';
import type { SObjectType } from '../../schema';
import type { Flow } from '../definition/flow';
import type { FlowEngineState } from '../engine-state';
import { FlowRecord } from '../interview/flow-record';
import { FlowRun } from '../interview/flow-run';
import { Interview } from '../interview/interview';
import { runInterviews } from '../interview/run-interviews';
import { runToWait, Undo } from '../launch';
import { conditionsMet } from './entry-conditions';

/** An active flow that events of an object start. */
export interface EventFlow {
  readonly name: string;
  /** Runs it for the events of a batch that meet its entry conditions, all together. */
  run(events: readonly RecordValues[]): void;
}

/**
 * The active flows that events of an object start, in the order in which they run.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_concepts_trigger_platform_event.htm
 */
export function eventFlows(
  state: FlowEngineState,
  objectName: string,
  runningUser: () => RunningUser,
): EventFlow[] {
  const { catalogue, triggers } = state.current();
  const type = catalogue.schema.find(objectName);
  if (!type) return [];
  return triggers.flowsFor('PlatformEvent', objectName).map((flow) => ({
    name: flow.name,
    run: (events) => {
      const apiVersion = Math.trunc(flow.apiVersion);
      runEventFlow(state, flow, type, events, { user: runningUser(), mode: 'system', apiVersion });
    },
  }));
}

/**
 * One run for all events. When an interview fails or waits, everything is undone and they run one by one, so that the
 * others stay.
 * UNVERIFIED: that a failed interview does not undo the others of its batch.
 */
function runEventFlow(
  state: FlowEngineState,
  flow: Flow,
  type: SObjectType,
  events: readonly RecordValues[],
  context: RequestContext,
): void {
  const entering = (): Interview[] => interviewsOf(state, flow, type, events, context);
  try {
    state.services.transactions.savepoint(() => {
      const interviews = entering();
      runInterviews(interviews);
      if (interviews.some(({ status }) => status !== 'Finished')) throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    for (const interview of entering()) runToWait(state, interview);
  }
}

/** Interviews, ready to run, of the events that meet the entry conditions. */
function interviewsOf(
  state: FlowEngineState,
  flow: Flow,
  type: SObjectType,
  events: readonly RecordValues[],
  context: RequestContext,
): Interview[] {
  const run = FlowRun.of(state.services, state.current().catalogue, flow, context);
  const interviews = events.map((values) => {
    const trigger = {
      record: new FlowRecord(type, { ...values }),
      prior: null,
      isNew: true,
      isBeforeSave: false,
      addError: () => undefined,
    };
    return new Interview(run, flow, trigger, null, state.newGuid());
  });
  const entered = interviews.filter(conditionsMet);
  for (const interview of entered) {
    interview.begin(new Map());
    interview.next = flow.start.connector?.target ?? null;
  }
  return entered;
}
