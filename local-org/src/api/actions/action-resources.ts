import { ApiError } from '../../core';
import {
  ACTION_MAKERS,
  type ActionParameter,
  type Flow,
  type FlowAction,
  type FlowVariable,
} from '../../flow';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { actionAnswer, flowAnswer, type InvocationAnswer } from './action-answers';

/** Actions that are found by their type alone. */
const STANDARD_ACTIONS = ['chatterPost', 'customNotificationAction', 'emailSimple', 'submit'];
/** Types of actions that have names of their own. */
const CUSTOM_TYPES: readonly string[] = ['apex', 'emailAlert', 'flow', 'quickAction'];
const FLOW = 'flow';

/**
 * Lists, describes and invokes actions: standard ones, and flows, email alerts, quick actions by name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_actions_invocable.htm
 */
export function actionResources({ org }: ApiDeps): Resource[] {
  const { flows } = org;
  const launchable = (): Flow[] =>
    flows
      .flows()
      .filter(
        (flow) =>
          flow.status === 'Active' &&
          flow.start.triggerType === 'None' &&
          flow.processType === 'AutoLaunchedFlow',
      );
  const findFlow = (name: string): Flow => {
    const flow = launchable().find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!flow) throw notFound();
    return flow;
  };
  const findAction = (type: string, name: string): FlowAction => {
    const action = ACTION_MAKERS.has(type) ? flows.actions.find(type, name) : undefined;
    if (!action) throw notFound();
    return action;
  };
  const invoke = ({ context, body, parameters: { type = '', name = '' } }: RestRequest): RestResponse => {
    const inputs = inputsOf(body.json());
    if (type === FLOW) {
      const flow = findFlow(name);
      return answered(
        flows.launchAll(flow.name, inputs, context).map((result) => flowAnswer(flow.name, result)),
      );
    }
    const action = findAction(type, name);
    return answered(
      flows
        .invokeAction(type, action.name, inputs, context)
        .map((outcome) => actionAnswer(action.name, outcome)),
    );
  };
  return [
    { path: '/actions', composable: true, GET: (request) => ok(links(['standard', 'custom'], request)) },
    {
      path: '/actions/standard',
      composable: true,
      GET: (request) =>
        ok({
          actions: STANDARD_ACTIONS.map((name) => listed(findAction(name, name).label, name, name, request)),
        }),
    },
    {
      path: '/actions/standard/:name',
      composable: true,
      GET: ({ parameters: { name = '' } }) => ok(described(findAction(name, name), true)),
      POST: (request) => {
        const { name = '' } = request.parameters;
        return invoke({ ...request, parameters: { type: name, name } });
      },
    },
    { path: '/actions/custom', composable: true, GET: (request) => ok(links(CUSTOM_TYPES, request)) },
    {
      path: '/actions/custom/:type',
      composable: true,
      GET(request) {
        const { type = '' } = request.parameters;
        if (!CUSTOM_TYPES.includes(type)) throw notFound();
        const found = type === FLOW ? launchable() : flows.actions.list(type);
        return ok({ actions: found.map(({ label, name }) => listed(label, name, type, request)) });
      },
    },
    {
      path: '/actions/custom/:type/:name',
      composable: true,
      GET: ({ parameters: { type = '', name = '' } }) =>
        ok(type === FLOW ? describedFlow(findFlow(name)) : described(findAction(type, name), false)),
      POST: invoke,
    },
  ];
}

function notFound(): ApiError {
  return new ApiError('NOT_FOUND', 'The requested resource does not exist');
}

/** @throws ApiError INVALID_INPUT when the body has no list of inputs */
function inputsOf(body: unknown): Readonly<Record<string, unknown>>[] {
  const inputs = (body as { readonly inputs?: unknown } | null)?.inputs;
  if (!Array.isArray(inputs)) throw new ApiError('INVALID_INPUT', 'inputs must be a list');
  return inputs as Readonly<Record<string, unknown>>[];
}

function answered(answers: readonly InvocationAnswer[]): RestResponse {
  return { status: answers.every(({ isSuccess }) => isSuccess) ? 200 : 400, body: answers };
}

function addressOf({ context, path }: RestRequest, name: string): string {
  return `/services/data/v${context.apiVersion}.0${path}/${name}`;
}

function links(names: readonly string[], request: RestRequest): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, addressOf(request, name)]));
}

function listed(label: string, name: string, type: string, request: RestRequest): Record<string, string> {
  return { label, name, type: type.toUpperCase(), url: addressOf(request, name) };
}

function described(action: FlowAction, standard: boolean): Record<string, unknown> {
  return {
    description: null,
    inputs: action.inputs.map(input),
    label: action.label,
    name: action.name,
    outputs: action.outputs.map(output),
    standard,
    targetEntityName: null,
    type: action.type.toUpperCase(),
  };
}

function describedFlow(flow: Flow): Record<string, unknown> {
  const variables = [...flow.resources.values()].filter(
    (resource): resource is FlowVariable => resource.kind === 'variable',
  );
  const named = (variable: FlowVariable): ActionParameter => ({
    ...variable,
    label: variable.name,
    required: false,
  });
  return {
    description: flow.description,
    inputs: variables.filter(({ isInput }) => isInput).map((variable) => input(named(variable))),
    label: flow.label,
    name: flow.name,
    outputs: [
      {
        description: null,
        label: 'Interview status',
        maxOccurs: 1,
        name: 'Flow__InterviewStatus',
        type: 'PICKLIST',
      },
      ...variables.filter(({ isOutput }) => isOutput).map((variable) => output(named(variable))),
    ],
    standard: false,
    targetEntityName: null,
    type: 'FLOW',
  };
}

const MAX_COLLECTION_ITEMS = 2_000;

function input(parameter: ActionParameter): Record<string, unknown> {
  return {
    ...output(parameter),
    byteLength: 0,
    minOccurs: parameter.required ? 1 : 0,
    required: parameter.required,
  };
}

function output({
  name,
  label,
  dataType,
  isCollection,
  objectName,
}: ActionParameter): Record<string, unknown> {
  return {
    description: null,
    label,
    maxOccurs: isCollection ? MAX_COLLECTION_ITEMS : 1,
    name,
    sobjectType: objectName ?? null,
    type: dataType.toUpperCase(),
  };
}
