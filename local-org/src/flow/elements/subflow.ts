import { objectsOf, textOf } from '../../metadata';
import { connectorOf } from '../definition/connector';
import type { FlowValueType } from '../definition/data-type';
import { valueSourceOf } from '../definition/value-source';
import { FlowFault } from '../interview/flow-fault';
import { FlowStructure, type FlowValue } from '../interview/flow-value';
import { Interview } from '../interview/interview';
import { present, type ElementType } from './flow-element';

/** Runs another flow and takes its output variables. */
export const subflowElement: ElementType = {
  tag: 'subflows',
  typeName: 'FlowSubflow',
  label: 'Subflow',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_subflow.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const flowName = textOf(content, 'flowName') ?? '';
    const inputs = objectsOf(content, 'inputAssignments').map((input) => ({
      name: textOf(input, 'name') ?? '',
      source: valueSourceOf(input),
    }));
    const outputs = objectsOf(content, 'outputAssignments').map((output) => ({
      name: textOf(output, 'name') ?? '',
      target: textOf(output, 'assignToReference') ?? '',
    }));
    const { key } = node;

    const finish = (interview: Interview, child: Interview): void => {
      const given = new Map([...child.outputs()].map(([name, value]) => [name.toLowerCase(), value]));
      interview.values.set(key, new FlowStructure(given));
      for (const { name, target } of outputs) {
        const type = child.flow.resources.get(name.toLowerCase());
        interview.assign(target, given.get(name.toLowerCase()) ?? null, type?.dataType);
      }
      interview.next = connector?.target ?? null;
    };

    return {
      ...node,
      connectors: present(connector),
      runBatch(interviews) {
        for (const interview of interviews) {
          const flow = interview.run.catalogue.active(flowName);
          if (!flow) {
            interview.fail(new FlowFault(`The flow ${flowName} isn't active or doesn't exist.`));
            continue;
          }
          const child = new Interview(interview.run, flow, null, interview, interview.guid);
          child.begin(
            new Map(
              inputs.map(({ name, source }): [string, FlowValue] => [
                name.toLowerCase(),
                interview.valueOf(source),
              ]),
            ),
          );
          child.next = flow.start.connector?.target ?? null;
          interview.child = child;
        }
      },
      childFinished: finish,
      output(scope) {
        const flow = scope.findFlow(flowName);
        if (!flow) return undefined;
        const members = new Map<string, FlowValueType>();
        for (const [name, resource] of flow.resources) {
          if (resource.kind === 'variable' && resource.isOutput) members.set(name, resource);
        }
        return { dataType: 'Apex', isCollection: false, members };
      },
      check(scope) {
        const flow = scope.findFlow(flowName);
        if (!flow) return scope.problem(`The flow "${flowName}" doesn't exist.`);
        for (const { name, source } of inputs) {
          const from = scope.value(source);
          const variable = flow.resources.get(name.toLowerCase());
          if (variable?.kind !== 'variable' || !variable.isInput)
            scope.problem(`The flow "${flowName}" has no input variable "${name}".`);
          else if (from) scope.compatible(from, variable, name);
        }
        for (const { name, target } of outputs) {
          const variable = flow.resources.get(name.toLowerCase());
          if (variable?.kind !== 'variable' || !variable.isOutput)
            scope.problem(`The flow "${flowName}" has no output variable "${name}".`);
          else scope.assignment(target, variable);
        }
      },
      calls: flowName,
    };
  },
};
