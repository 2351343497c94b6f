import { ApiError } from '../../core';
import type { RequestContext } from '../../execution';
import type { FlowEngineState } from '../engine-state';
import { FlowRun } from '../interview/flow-run';
import { flowValueOf } from '../interview/input-values';
import type { FlowValue } from '../interview/flow-value';
import type { ActionOutcome } from './flow-action';

/**
 * Runs an action outside of a flow, once per set of inputs.
 * @throws ApiError NOT_FOUND when there is no such action
 */
export function invokeAction(
  state: FlowEngineState,
  type: string,
  name: string,
  inputs: readonly Readonly<Record<string, unknown>>[],
  context: RequestContext,
): readonly ActionOutcome[] {
  const action = state.services.actions.find(type, name);
  if (!action) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
  const run = new FlowRun(state.services, state.current().catalogue, context, false);
  const values = inputs.map((input) => {
    const given: Record<string, FlowValue> = {};
    for (const parameter of action.inputs) {
      if (input[parameter.name] !== undefined)
        given[parameter.name] = flowValueOf(run, input[parameter.name], parameter);
    }
    return given;
  });
  return state.services.transactions.run(() => action.invoke(values, run));
}
