import { ApiError } from '../core';
import type { RequestContext, RunningUser } from '../execution';
import type { JobPayload } from '../jobs';
import type { Flow } from './definition/flow';
import type { FlowEngineState } from './engine-state';
import { FlowRun } from './interview/flow-run';
import { Interview, type InterviewStatus } from './interview/interview';
import {
  restoreInterview,
  storeInterview,
  WAIT_JOB,
  type StoredInterview,
} from './interview/interview-state';
import { inputValues } from './interview/input-values';
import type { FlowValue } from './interview/flow-value';
import { runInterviews } from './interview/run-interviews';

/** A flow to be run, with its input variables by name. */
export interface FlowLaunch {
  readonly name: string;
  /** Values as JSON or as flow values; records as objects with a `type` or `attributes`. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** What a flow that was launched came to. */
export interface LaunchResult {
  readonly status: InterviewStatus;
  readonly guid: string;
  /** Output variables by name. */
  readonly outputs: ReadonlyMap<string, FlowValue>;
  /** The fault message; null when it went well. Everything it saved was then undone. */
  readonly error: string | null;
}

/** Thrown to undo what a failed flow has saved. */
export class Undo extends Error {}

/** The active autolaunched flow of that name. @throws ApiError NOT_FOUND */
export function requireActiveFlow(state: FlowEngineState, name: string): Flow {
  const flow = state.current().catalogue.active(name);
  if (!flow) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
  return flow;
}

/**
 * Runs an autolaunched flow to its end or to its first wait. When it fails, what it saved is undone.
 * @throws ApiError NOT_FOUND when there is no active flow of that name
 */
export function launchFlow(state: FlowEngineState, launch: FlowLaunch): LaunchResult {
  const flow = requireActiveFlow(state, launch.name);
  const run = FlowRun.of(state.services, state.current().catalogue, flow, launch.context);
  const interview = new Interview(run, flow, null, null, state.newGuid());
  interview.begin(inputValues(run, flow, launch.inputs));
  interview.next = flow.start.connector?.target ?? null;
  runToWait(state, interview);
  return resultOf(interview);
}

function resultOf(interview: Interview): LaunchResult {
  return {
    status: interview.status,
    guid: interview.guid,
    outputs: interview.outputs(),
    error: interview.error?.message ?? null,
  };
}

/**
 * Runs a flow once per set of inputs, all of them together. When one fails, all are undone and run one by one, so that
 * the others stay.
 * @throws ApiError NOT_FOUND when there is no active flow of that name
 */
export function launchFlows(
  state: FlowEngineState,
  name: string,
  inputs: readonly FlowLaunch['inputs'][],
  context: RequestContext,
): LaunchResult[] {
  const flow = requireActiveFlow(state, name);
  const run = FlowRun.of(state.services, state.current().catalogue, flow, context);
  const interviews = inputs.map((given) => {
    const interview = new Interview(run, flow, null, null, state.newGuid());
    interview.begin(inputValues(run, flow, given));
    interview.next = flow.start.connector?.target ?? null;
    return interview;
  });
  try {
    state.services.transactions.savepoint(() => {
      runInterviews(interviews);
      // A wait is queued with its own transaction, so such flows run one by one.
      if (interviews.some(({ status }) => status !== 'Finished')) throw new Undo();
    });
    return interviews.map(resultOf);
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return inputs.map((given) => launchFlow(state, { name, inputs: given, context }));
  }
}

/** Goes on with an interview that waited for a time. */
export function resumeWait(state: FlowEngineState, payload: JobPayload, user: RunningUser): void {
  const context: RequestContext = {
    user,
    mode: payload['mode'] === 'user' ? 'user' : 'system',
    apiVersion: Number(payload['apiVersion']),
  };
  const interview = restoreInterview(state, payload['interview'] as StoredInterview, context);
  if (interview) runToWait(state, interview);
}

/** Runs an interview to its end or to its first wait, which is queued. When it fails, what it saved is undone and reported. */
export function runToWait(state: FlowEngineState, interview: Interview): void {
  try {
    state.services.transactions.savepoint(() => {
      runInterviews([interview]);
      if (interview.error) throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    state.faults.report(interview);
    return;
  }
  if (interview.status !== 'Waiting') return;
  const leaf = waitingLeaf(interview);
  const { context } = interview.run;
  state.services.ports.jobs?.schedule({
    kind: WAIT_JOB,
    runAtMs: leaf.resumeAtMs ?? state.services.clock.now(),
    payload: {
      interview: storeInterview(interview),
      userId: context.user.id,
      mode: context.mode,
      apiVersion: context.apiVersion,
    },
  });
}

function waitingLeaf(interview: Interview): Interview {
  return interview.child ? waitingLeaf(interview.child) : interview;
}
