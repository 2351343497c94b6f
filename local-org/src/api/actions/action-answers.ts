import type { ActionOutcome, LaunchResult } from '../../flow';
import { jsonOf } from '../../flow';

/** What invoking an action once answers. */
export interface InvocationAnswer {
  readonly actionName: string;
  readonly errors:
    | readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[]
    | null;
  readonly invocationId: null;
  readonly isSuccess: boolean;
  readonly outcome: null;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
  readonly sortOrder: number;
  readonly version: number;
}

const FLOW_FAILED = {
  statusCode: 'UNKNOWN_EXCEPTION',
  message: 'An error occurred when executing a flow interview.',
  fields: [],
};
const UNSORTED = -1;
const VERSION = 1;

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_flow.htm */
export function flowAnswer(
  actionName: string,
  { status, guid, outputs, error }: LaunchResult,
): InvocationAnswer {
  const values = Object.fromEntries([...outputs].map(([name, value]) => [name, jsonOf(value)]));
  const outputValues = { Flow__InterviewStatus: status, Flow__InterviewGuid: guid, ...values };
  return answer(actionName, error === null ? null : [FLOW_FAILED], error === null ? outputValues : null);
}

export function actionAnswer(actionName: string, { outputs, fault }: ActionOutcome): InvocationAnswer {
  if (fault !== undefined)
    return answer(actionName, [{ statusCode: 'UNKNOWN_EXCEPTION', message: fault, fields: [] }], null);
  const values = Object.fromEntries(
    Object.entries(outputs ?? {}).map(([name, value]) => [name, jsonOf(value)]),
  );
  return answer(actionName, null, Object.keys(values).length === 0 ? null : values);
}

function answer(
  actionName: string,
  errors: InvocationAnswer['errors'],
  outputValues: InvocationAnswer['outputValues'],
): InvocationAnswer {
  return {
    actionName,
    errors,
    invocationId: null,
    isSuccess: errors === null,
    outcome: null,
    outputValues,
    sortOrder: UNSORTED,
    version: VERSION,
  };
}
