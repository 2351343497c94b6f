import {
  InvocableMethods,
  type ActionAnswer,
  type ActionReference,
  type ApexActionCalls,
  type ApexEngine,
  type ApexValue,
} from '../apex';
import { ApiError } from '../core';
import type { RequestContext } from '../execution';
import type { FlowEngine, FlowValue, FlowValueType } from '../flow';
import { apexTypeOf, toApex, toFlow } from './apex-flow-values';

type Inputs = readonly Readonly<Record<string, ApexValue>>[];
type CallActions = (name: string, inputs: Inputs, context: RequestContext) => readonly ActionAnswer[];

/** UNVERIFIED: the code of what fails while an action runs; the REST resource answers it so. */
const FAILED = 'UNKNOWN_EXCEPTION';

/**
 * Flows, invocable methods and standard actions as Apex calls them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Invocable_Action.htm
 */
export function createApexActionCalls(apex: ApexEngine, flows: FlowEngine): ApexActionCalls {
  const byType: Readonly<Record<string, CallActions>> = {
    flow: (name, inputs, context) => callFlow(apex, flows, name, inputs, context),
    apex: (name, inputs, context) => callMethod(new InvocableMethods(apex), name, inputs, context),
  };
  return {
    invoke({ type, name }, inputs, context) {
      const call =
        byType[type] ?? ((action, given, as) => callAction(apex, flows, { type, name: action }, given, as));
      try {
        return call(name, inputs, context);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return inputs.map(() => failure(error.message, error.errorCode));
      }
    },
  };
}

function failure(message: string, code = FAILED): ActionAnswer {
  return { outputs: {}, error: { code, message } };
}

/** An invocable method takes and gives values of Apex as they are. */
function callMethod(
  methods: InvocableMethods,
  className: string,
  inputs: Inputs,
  { user }: RequestContext,
): readonly ActionAnswer[] {
  if (!methods.describe(className)) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
  return methods
    .invoke(className, inputs, user)
    .map(({ outputs, fault }) => (fault === null ? { outputs, error: null } : failure(fault)));
}

function callFlow(
  apex: ApexEngine,
  flows: FlowEngine,
  name: string,
  inputs: Inputs,
  context: RequestContext,
): readonly ActionAnswer[] {
  const resources = flows.flows().find((flow) => flow.name.toLowerCase() === name.toLowerCase())?.resources;
  const typeOf = (output: string): FlowValueType | undefined => {
    const variable = resources?.get(output.toLowerCase());
    return variable?.kind === 'variable' ? variable : undefined;
  };
  return flows.launchAll(name, inputsOf(apex, inputs), context).map(({ status, guid, outputs, error }) =>
    error === null
      ? {
          outputs: {
            ...{ Flow__InterviewStatus: status, Flow__InterviewGuid: guid },
            ...outputsOf(apex, outputs, typeOf),
          },
          error: null,
        }
      : failure(error),
  );
}

function callAction(
  apex: ApexEngine,
  flows: FlowEngine,
  { type, name }: ActionReference,
  inputs: Inputs,
  context: RequestContext,
): readonly ActionAnswer[] {
  const declared = flows.actions.find(type, name)?.outputs ?? [];
  return flows.invokeAction(type, name, inputsOf(apex, inputs), context).map(({ outputs = {}, fault }) =>
    fault === undefined
      ? {
          outputs: outputsOf(apex, Object.entries(outputs), (output) =>
            declared.find((parameter) => parameter.name === output),
          ),
          error: null,
        }
      : failure(fault),
  );
}

function inputsOf({ runtime }: ApexEngine, inputs: Inputs): Readonly<Record<string, FlowValue>>[] {
  return inputs.map((given) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, toFlow(runtime, value)])),
  );
}

function outputsOf(
  { runtime }: ApexEngine,
  outputs: Iterable<readonly [string, FlowValue]>,
  typeOf: (name: string) => FlowValueType | undefined,
): Record<string, ApexValue> {
  const values = [...outputs].map(([name, value]): [string, ApexValue] => {
    const type = typeOf(name) ?? { dataType: 'String', isCollection: false };
    return [name, toApex(runtime, apexTypeOf(runtime, type), value)];
  });
  return Object.fromEntries(values);
}
