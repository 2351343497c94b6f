import type { ApexRuntime } from '../../runtime/apex-runtime';
import { contextOf } from '../../runtime/data/query-rows';
import type { ActionAnswer } from '../../runtime/org-port';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { required, type Maybe } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformFunction } from '../platform-class';

const ACTION = 'Invocable.Action';
const RESULT = 'Invocable.Action.Result';
const ERROR = 'Invocable.Action.Error';
/** The version that an action has when code asks for none. */
const BASE_VERSION = '1';

/** What an action is made from. */
interface ActionParts {
  readonly type: Maybe<string>;
  /** Null for a standard action, which its type names. */
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
  readonly version?: Maybe<string>;
}

function makeAction(
  runtime: ApexRuntime,
  { type, name, namespace = null, version = BASE_VERSION }: ActionParts,
): PlatformStruct {
  const isStandard = name === undefined;
  return new PlatformStruct(ACTION, {
    type: required(runtime, type),
    name: isStandard ? type : required(runtime, name, 2),
    namespace,
    version,
    standard: isStandard,
    invocations: new ApexList(runtime.types.list(parametersType(runtime))),
  });
}

function parametersType(runtime: ApexRuntime) {
  return runtime.types.map(runtime.types.platform('String'), runtime.types.platform('Object'));
}

function invocationsOf(action: PlatformStruct): ApexList {
  return action.values['invocations'] as ApexList;
}

function addInvocation(runtime: ApexRuntime, action: PlatformStruct): PlatformStruct {
  invocationsOf(action).items.push(new ApexMap(parametersType(runtime)));
  return action;
}

/** UNVERIFIED: a parameter that is set before any invocation was added begins the first one. */
function setParameter(
  runtime: ApexRuntime,
  action: PlatformStruct,
  name: Maybe<string>,
  value: ApexValue,
): PlatformStruct {
  const { items } = invocationsOf(action);
  if (items.length === 0) addInvocation(runtime, action);
  (items.at(-1) as ApexMap).put(runtime, required(runtime, name), value);
  return action;
}

function setInvocations(
  runtime: ApexRuntime,
  action: PlatformStruct,
  invocations: Maybe<ApexList>,
): PlatformStruct {
  const given = required(runtime, invocations).items;
  action.values['invocations'] = new ApexList(runtime.types.list(parametersType(runtime)), [...given]);
  return action;
}

/**
 * Runs the action once per invocation.
 * UNVERIFIED: in system mode, as flows that Apex starts without a sharing declaration.
 */
function invoke(runtime: ApexRuntime, action: PlatformStruct): ApexList {
  const { type, name } = action.values;
  const invocations = invocationsOf(action).items.map((each) => each as ApexMap | null);
  const inputs = invocations.map((each) =>
    Object.fromEntries([...(each?.pairs() ?? [])].map(([key, value]) => [String(key), value])),
  );
  const reference = { type: String(type), name: String(name) };
  const answers = runtime.org.actions.invoke(reference, inputs, contextOf(runtime, 'system'));
  return listOf(
    runtime,
    RESULT,
    answers.map((answer, i) => resultOf(runtime, action, invocations[i] ?? null, answer)),
  );
}

function resultOf(
  runtime: ApexRuntime,
  action: PlatformStruct,
  invocation: ApexMap | null,
  { outputs, error }: ActionAnswer,
): PlatformStruct {
  return new PlatformStruct(RESULT, {
    action,
    invocationParameters: invocation,
    success: error === null,
    outputParameters: mapOf(runtime, 'String', 'Object', Object.entries(outputs)),
    errors: listOf(runtime, ERROR, error === null ? [] : [new PlatformStruct(ERROR, { ...error })]),
  });
}

/** A value of an action or result, read by its method. */
function reader(signature: string, key: string): ReturnType<typeof method> {
  const read: PlatformFunction = (_runtime: ApexRuntime, self: PlatformStruct) => self.values[key] ?? null;
  return method(signature, read);
}

/** Calls invocable actions: flows, invocable methods, standard actions. */
const actionClass: PlatformClass = {
  name: ACTION,
  kind: 'class',
  documentation: referencePage('apex_class_Invocable_Action'),
  members: [
    method(
      'static Invocable.Action createCustomAction(String type, String name)',
      (runtime: ApexRuntime, type: Maybe<string>, name: Maybe<string>) => makeAction(runtime, { type, name }),
    ),
    method(
      'static Invocable.Action createCustomAction(String type, String namespace, String name)',
      (runtime: ApexRuntime, type: Maybe<string>, namespace: Maybe<string>, name: Maybe<string>) =>
        makeAction(runtime, { type, name, namespace }),
    ),
    method(
      'static Invocable.Action createCustomAction(String type, String namespace, String name, String version)',
      (
        runtime: ApexRuntime,
        ...[type = null, namespace = null, name = null, version = null]: Maybe<string>[]
      ) => makeAction(runtime, { type, name, namespace, version }),
    ),
    method(
      'static Invocable.Action createStandardAction(String type)',
      (runtime: ApexRuntime, type: Maybe<string>) => makeAction(runtime, { type }),
    ),
    method(
      'static Invocable.Action createStandardAction(String type, String version)',
      (runtime: ApexRuntime, type: Maybe<string>, version: Maybe<string>) =>
        makeAction(runtime, { type, version }),
    ),
    method('Invocable.Action addInvocation()', addInvocation),
    method(
      'Invocable.Action setInvocationParameter(String parameterName, Object parameterValue)',
      setParameter,
    ),
    method('Invocable.Action setInvocations(List<Map<String, Object>> invocations)', setInvocations),
    method('Invocable.Action clearInvocations()', (runtime: ApexRuntime, self: PlatformStruct) =>
      setInvocations(runtime, self, new ApexList(runtime.types.list(parametersType(runtime)))),
    ),
    method('Object clone()', (runtime: ApexRuntime, self: PlatformStruct) =>
      setInvocations(runtime, new PlatformStruct(ACTION, { ...self.values }), invocationsOf(self)),
    ),
    method('List<Invocable.Action.Result> invoke()', invoke),
    reader('String getName()', 'name'),
    reader('String getNamespace()', 'namespace'),
    reader('String getType()', 'type'),
    reader('String getVersion()', 'version'),
    reader('Boolean isStandard()', 'standard'),
  ],
};

/** What an invocation came to. */
const resultClass: PlatformClass = {
  name: RESULT,
  kind: 'class',
  documentation: referencePage('apex_class_Invocable_Action_Result'),
  json: {
    action: ACTION,
    errors: `List<${ERROR}>`,
    invocationParameters: 'Map<String, Object>',
    outputParameters: 'Map<String, Object>',
    success: 'Boolean',
  },
  members: [
    reader('Invocable.Action getAction()', 'action'),
    reader('List<Invocable.Action.Error> getErrors()', 'errors'),
    reader('Map<String, Object> getInvocationParameters()', 'invocationParameters'),
    reader('Map<String, Object> getOutputParameters()', 'outputParameters'),
    reader('Boolean isSuccess()', 'success'),
  ],
};

/** Why an invocation failed. */
const errorClass: PlatformClass = {
  name: ERROR,
  kind: 'class',
  documentation: referencePage('apex_class_Invocable_Action_Error'),
  json: { code: 'String', message: 'String' },
  members: [reader('String getCode()', 'code'), reader('String getMessage()', 'message')],
};

/** The classes of invocable actions. */
export const invocableClasses: readonly PlatformClass[] = [actionClass, resultClass, errorClass];
