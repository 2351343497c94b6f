import { InvocableMethods, type ApexEngine, type ApexValue, type InvocableParameter } from '../apex';
import type { ActionParameter, FlowApex } from '../flow';
import { toApex, toFlow, valueTypeOf } from './apex-flow-values';

/** The invocable methods of Apex as actions of flows. */
export function createApexActions(apex: ApexEngine): FlowApex {
  const methods = new InvocableMethods(apex);
  return {
    describe(className) {
      const method = methods.describe(className);
      return (
        method && {
          label: method.label,
          inputs: method.inputs.map(parameterOf),
          outputs: method.outputs.map(parameterOf),
        }
      );
    },
    list: () => methods.list().map(({ className }) => className),
    invoke(className, requests, user) {
      const { runtime } = apex;
      const inputs = methods.describe(className)?.inputs ?? [];
      const given = requests.map((request) =>
        Object.fromEntries(
          inputs.flatMap(({ name, type }): [string, ApexValue][] => {
            const value = request[name];
            return value === undefined ? [] : [[name, toApex(runtime, type, value)]];
          }),
        ),
      );
      return methods
        .invoke(className, given, user)
        .map(({ outputs, fault }) =>
          fault === null
            ? { outputs: mapValues(outputs, (value) => toFlow(runtime, value)) }
            : { fault: `An Apex error occurred: ${fault}` },
        );
    },
  };
}

function parameterOf({ name, label, required, type }: InvocableParameter): ActionParameter {
  return { name, label, required, ...valueTypeOf(type) };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
