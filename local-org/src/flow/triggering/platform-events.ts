import type { RecordValues } from '../../core';
import type { RunningUser } from '../../execution';
import type { FlowEngineState } from '../engine-state';
import { FlowRecord } from '../interview/flow-record';
import { FlowRun } from '../interview/flow-run';
import { Interview } from '../interview/interview';
import { runInterviews } from '../interview/run-interviews';
import { conditionsMet } from './entry-conditions';

/**
 * Runs the flows that events of an object start, all events of one publication together.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_concepts_trigger_platform_event.htm
 */
export function runEventFlows(
  state: FlowEngineState,
  objectName: string,
  events: readonly RecordValues[],
  user: RunningUser,
): void {
  const { catalogue, triggers } = state.current();
  const type = catalogue.schema.find(objectName);
  for (const flow of triggers.flowsFor('PlatformEvent', objectName)) {
    if (!type) continue;
    state.services.transactions.run(() => {
      const context = { user, mode: 'system', apiVersion: Math.trunc(flow.apiVersion) } as const;
      const run = FlowRun.of(state.services, catalogue, flow, context);
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
      runInterviews(entered);
      for (const interview of entered) if (interview.error) state.faults.report(interview);
    });
  }
}
