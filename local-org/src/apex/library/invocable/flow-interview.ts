import type { ApexRuntime } from '../../runtime/apex-runtime';
import { contextOf } from '../../runtime/data/query-rows';
import type { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { required, type Maybe } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** The class that interviews of all flows have in common. */
const INTERVIEW_CLASS = 'Flow.Interview';
const INTERVIEW_PREFIX = 'flow.interview.';
const DOCUMENTATION = referencePage('apex_class_Flow_Interview');

/** An interview: which flow, what goes in, and what came out once it has run. */
interface InterviewState {
  readonly flow: string;
  readonly inputs: Readonly<Record<string, ApexValue>>;
  outputs: Readonly<Record<string, ApexValue>>;
}

function newInterview(typeName: string, flow: string, inputs: Maybe<ApexMap>): PlatformStruct {
  const given = [...(inputs?.pairs() ?? [])].map(([key, value]): [string, ApexValue] => [String(key), value]);
  const state: InterviewState = { flow, inputs: Object.fromEntries(given), outputs: {} };
  return new PlatformStruct(typeName, {}, state);
}

/** @throws FlowException when the flow is not there or fails. UNVERIFIED: the text, which is the flow's own here */
function start(runtime: ApexRuntime, { subject }: PlatformStruct): void {
  const interview = subject as InterviewState;
  const action = { type: 'flow', name: interview.flow };
  const [answer] = runtime.org.actions.invoke(action, [interview.inputs], contextOf(runtime, 'system'));
  if (answer?.error) runtime.throwNew('System.FlowException', answer.error.message);
  interview.outputs = answer?.outputs ?? {};
}

/** The value of an output variable, by name in any case. */
function variableValue(runtime: ApexRuntime, { subject }: PlatformStruct, name: Maybe<string>): ApexValue {
  const wanted = required(runtime, name).toLowerCase();
  const found = Object.entries((subject as InterviewState).outputs).find(
    ([variable]) => variable.toLowerCase() === wanted,
  );
  return found?.[1] ?? null;
}

/** Runs flows by name. */
export const flowInterviewClass: PlatformClass = {
  name: INTERVIEW_CLASS,
  kind: 'class',
  documentation: DOCUMENTATION,
  members: [
    method(
      'static Flow.Interview createInterview(String flowName, Map<String, Object> inputVariables)',
      (runtime: ApexRuntime, flow: Maybe<string>, inputs: Maybe<ApexMap>) =>
        newInterview(INTERVIEW_CLASS, required(runtime, flow), inputs),
    ),
    method(
      'static Flow.Interview createInterview(String namespace, String flowName, Map<String, Object> inputVariables)',
      (runtime: ApexRuntime, _namespace: Maybe<string>, flow: Maybe<string>, inputs: Maybe<ApexMap>) =>
        newInterview(INTERVIEW_CLASS, required(runtime, flow, 2), inputs),
    ),
    method('void start()', start),
    method('Object getVariableValue(String variableName)', variableValue),
  ],
};

/**
 * The class of the interviews of one flow, by name in any case: `Flow.Interview.Deal_Review`. For a flow that is not
 * deployed it is the one that all have in common; undefined for other names.
 * @param flows API names of the deployed flows, by name in lower case
 */
export function interviewClassNamed(
  name: string,
  flows: ReadonlyMap<string, string>,
): PlatformClass | undefined {
  if (!name.toLowerCase().startsWith(INTERVIEW_PREFIX)) return undefined;
  const flow = flows.get(name.slice(INTERVIEW_PREFIX.length).toLowerCase());
  return flow === undefined ? flowInterviewClass : interviewClassOf(flow);
}

function interviewClassOf(flow: string): PlatformClass {
  const name = `${INTERVIEW_CLASS}.${flow}`;
  return {
    name,
    kind: 'class',
    documentation: DOCUMENTATION,
    superclass: INTERVIEW_CLASS,
    members: [
      method(
        'new(Map<String, Object> inputVariables)',
        (_runtime: ApexRuntime, _type: unknown, inputs: Maybe<ApexMap>) => newInterview(name, flow, inputs),
      ),
    ],
  };
}
