import type { AutomationPorts, RequestContext, RunningUser } from '../execution';
import type { Component } from '../metadata';
import { checkFlow } from './checks/check-flow';
import type { FlowProblem } from './checks/check-scope';
import { createFlowActions } from './actions/create-flow-actions';
import { FlowEngineState } from './engine-state';
import { FlowFaults } from './faults';
import { flowDefinitionRows, flowInterviewRows, flowVersionRows } from './flow-rows';
import { launchFlow, launchFlows, resumeWait, type FlowLaunch, type LaunchResult } from './launch';
import type { FlowServices } from './services';
import { readFlow } from './definition/read-flow';
import type { Flow } from './definition/flow';
import { FlowCatalogue } from './interview/flow-catalogue';
import { ASYNC_PATH_JOB, runLaterPath, SCHEDULED_PATH_JOB, type LaterPath } from './triggering/later-paths';
import { eventFlows, type EventFlow } from './triggering/platform-events';
import { recordTriggerPorts } from './triggering/record-triggers';
import { runScheduledFlow, SCHEDULE_JOB, syncSchedules } from './triggering/schedules';
import { QuickActions } from './quick-actions/quick-actions';
import { ScreenRuntime } from './screens/screen-runtime';
import { WAIT_JOB } from './interview/interview-state';
import type { RecordValues } from '../core';
import type { ComponentStore } from '../metadata';
import type { Schema } from '../schema';
import { invokeAction } from './actions/invoke-action';
import type { ActionOutcome, FlowActionRegistry } from './actions/flow-action';

/** What a flow engine is made from. */
export interface FlowEngineDeps extends Omit<FlowServices, 'actions'> {
  findUser(id: string): RunningUser | undefined;
  /** Runs what no user started: scheduled flows, event-triggered flows. */
  automationUser(): RunningUser;
  /** Time zone of the org, in which schedules are told: `America/Los_Angeles`. */
  timeZone(): string;
}

/** Executes the flows that are deployed. */
export interface FlowEngine {
  /** The steps by which saves run record-triggered flows. */
  ports(): Pick<AutomationPorts, 'beforeSaveFlows' | 'afterSaveFlows'>;
  /** Runs an active autolaunched flow. @throws ApiError for an unknown or inactive flow */
  launch(name: string, inputs: FlowLaunch['inputs'], context: RequestContext): LaunchResult;
  /** Runs a flow once per set of inputs, all together. @throws ApiError NOT_FOUND */
  launchAll(name: string, inputs: readonly FlowLaunch['inputs'][], context: RequestContext): LaunchResult[];
  /** Runs an action once per set of inputs, as a flow would. @throws ApiError NOT_FOUND */
  invokeAction(
    type: string,
    name: string,
    inputs: readonly Readonly<Record<string, unknown>>[],
    context: RequestContext,
  ): readonly ActionOutcome[];
  /** The active flows that events of an object start. They run as the user for what nobody started. */
  eventFlows(objectName: string): readonly EventFlow[];
  /** What is wrong with a Flow component in an org of that schema and those components. */
  check(component: Component, schema: Schema, components: ComponentStore): readonly FlowProblem[];
  /** Brings the jobs of scheduled flows in line with what is deployed. To be called after a deploy. */
  syncSchedules(): void;
  /** Screen flows: start, next, back. */
  readonly screens: ScreenRuntime;
  readonly actions: FlowActionRegistry;
  readonly quickActions: QuickActions;
  flows(): readonly Flow[];
  /** Rows of FlowDefinitionView and FlowVersionView. */
  definitionRows(): readonly RecordValues[];
  versionRows(): readonly RecordValues[];
  /** Rows of FlowInterview: the interviews that wait. */
  interviewRows(): readonly RecordValues[];
}

/** Makes the engine and takes over the jobs of flows, if there is a queue. */
export function createFlowEngine(deps: FlowEngineDeps): FlowEngine {
  const services: FlowServices = { ...deps, actions: createFlowActions(deps) };
  const state: FlowEngineState = new FlowEngineState(services, new FlowFaults(services));
  deps.transactions.onCommit(() => state.faults.send());
  const userOf = (id: unknown): RunningUser => deps.findUser(String(id)) ?? deps.automationUser();
  const { jobs } = deps.ports;
  for (const kind of [ASYNC_PATH_JOB, SCHEDULED_PATH_JOB]) {
    jobs?.handle(kind, (payload) =>
      runLaterPath(state, payload as unknown as LaterPath, userOf(payload['userId'])),
    );
  }
  jobs?.handle(SCHEDULE_JOB, (payload) =>
    runScheduledFlow(state, String(payload['flow']), deps.automationUser()),
  );
  jobs?.handle(WAIT_JOB, (payload) => resumeWait(state, payload, userOf(payload['userId'])));
  return {
    ports: () => recordTriggerPorts(state),
    launch: (name, inputs, context) => launchFlow(state, { name, inputs, context }),
    launchAll: (name, inputs, context) => launchFlows(state, name, inputs, context),
    invokeAction: (type, name, inputs, context) => invokeAction(state, type, name, inputs, context),
    eventFlows: (objectName) => eventFlows(state, objectName, deps.automationUser),
    check(component, schema, components) {
      const catalogue = new FlowCatalogue(schema, components, services);
      return checkFlow(readFlow(component), catalogue, services.actions);
    },
    syncSchedules: () => syncSchedules(state, deps.timeZone(), deps.automationUser().id),
    screens: new ScreenRuntime(state),
    actions: services.actions,
    quickActions: new QuickActions(services),
    flows: () => state.current().catalogue.all(),
    definitionRows: () => flowDefinitionRows(state.current().catalogue),
    versionRows: () => flowVersionRows(state.current().catalogue),
    interviewRows: () => flowInterviewRows(state.current().catalogue, deps.ports.jobs?.list(WAIT_JOB) ?? []),
  };
}
