import { UnsupportedFeatureError } from '../../core';
import type { ActionMaker } from './create-flow-actions';

/** Calls the invocable method of an Apex class. */
export const apexAction: ActionMaker = ({ ports }, name) => {
  const { apex } = ports;
  const method = apex?.describe(name);
  if (!apex || !method) return undefined;
  return {
    type: 'apex',
    name,
    ...method,
    documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_actions_apex.htm',
    invoke(inputs, run) {
      if (!ports.apex) throw new UnsupportedFeatureError('Flow: Apex actions');
      return ports.apex.invoke(name, inputs, run.context.user);
    },
  };
};
