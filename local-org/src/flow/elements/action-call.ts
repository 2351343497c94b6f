import { booleanOf, objectsOf, textOf } from '../../metadata';
import type { ActionOutcome, FlowAction } from '../actions/flow-action';
import { connectorOf } from '../definition/connector';
import { valueSourceOf } from '../definition/value-source';
import { convertValue } from '../interview/convert';
import { FlowFault } from '../interview/flow-fault';
import { FlowStructure, type FlowValue } from '../interview/flow-value';
import type { Interview } from '../interview/interview';
import { present, type ElementType } from './flow-element';

/** Calls an action: email, notification, approval, quick action, Apex. */
export const actionCallElement: ElementType = {
  tag: 'actionCalls',
  typeName: 'FlowActionCall',
  label: 'Action',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_actions.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const faultConnector = connectorOf(content, 'faultConnector');
    const actionType = textOf(content, 'actionType') ?? '';
    const actionName = textOf(content, 'actionName') ?? '';
    const storesAutomatically = booleanOf(content, 'storeOutputAutomatically');
    const inputs = objectsOf(content, 'inputParameters').map((input) => ({
      name: textOf(input, 'name') ?? '',
      source: valueSourceOf(input),
    }));
    const outputs = objectsOf(content, 'outputParameters').map((output) => ({
      name: textOf(output, 'name') ?? '',
      target: textOf(output, 'assignToReference') ?? '',
    }));
    const { key } = node;

    const inputsOf = (interview: Interview, action: FlowAction): Record<string, FlowValue> => {
      const given: Record<string, FlowValue> = {};
      for (const { name, source } of inputs) {
        const parameter = action.inputs.find((known) => known.name.toLowerCase() === name.toLowerCase());
        const value = interview.valueOf(source);
        const from = interview.dataTypeOf(source);
        given[parameter?.name ?? name] = parameter
          ? convertValue(value, from, parameter, interview.run.context.user)
          : value;
      }
      return given;
    };
    const store = (
      interview: Interview,
      action: FlowAction,
      { outputs: given = {} }: ActionOutcome,
    ): void => {
      const members = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
      if (storesAutomatically) interview.values.set(key, new FlowStructure(members));
      for (const { name, target } of outputs) {
        const type = action.outputs.find((known) => known.name.toLowerCase() === name.toLowerCase());
        interview.assign(target, members.get(name.toLowerCase()) ?? null, type?.dataType);
      }
    };

    return {
      ...node,
      connectors: present(connector, faultConnector),
      runBatch(interviews) {
        const run = interviews[0]?.run;
        const action = run?.services.actions.find(actionType, actionName);
        if (!run || !action) throw new FlowFault(`The action ${actionType} ${actionName} doesn't exist.`);
        const outcomes = action.invoke(
          interviews.map((interview) => inputsOf(interview, action)),
          run,
        );
        run.recordsChanged();
        interviews.forEach((interview, index) => {
          const outcome = outcomes[index] ?? {};
          interview.next = connector?.target ?? null;
          if (outcome.fault !== undefined) interview.fault(outcome.fault, faultConnector?.target ?? null);
          else store(interview, action, outcome);
        });
      },
      output(scope) {
        const members = scope.actionOutputs(actionType, actionName);
        return members && { dataType: 'Apex', isCollection: false, members };
      },
      check(scope) {
        const action = scope.actions.find(actionType, actionName);
        for (const { source } of inputs) scope.value(source);
        if (!action)
          return scope.problem(
            `The action "${actionName}" of type "${actionType}" doesn't exist or isn't supported by the local org.`,
          );
        for (const { name, source } of inputs) {
          const parameter = action.inputs.find((known) => known.name.toLowerCase() === name.toLowerCase());
          const from = parameter && scope.value(source);
          if (!parameter) scope.problem(`The action "${actionName}" has no input parameter "${name}".`);
          else if (from) scope.compatible(from, parameter, name);
        }
        const missing = action.inputs.filter(
          ({ required, name }) =>
            required && !inputs.some((input) => input.name.toLowerCase() === name.toLowerCase()),
        );
        for (const { name } of missing)
          scope.problem(`The action "${actionName}" requires the input parameter "${name}".`);
        for (const { name, target } of outputs) {
          const parameter = action.outputs.find((known) => known.name.toLowerCase() === name.toLowerCase());
          if (!parameter) scope.problem(`The action "${actionName}" has no output parameter "${name}".`);
          else scope.assignment(target, parameter);
        }
      },
    };
  },
};
