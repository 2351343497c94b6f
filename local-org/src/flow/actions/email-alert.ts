import { keyPrefixOf, LocalOrgError, UnsupportedFeatureError } from '../../core';
import { sendEmailAlert } from '../../outbox';
import type { ActionMaker } from './create-flow-actions';
import { parameter, textInput } from './parameters';

/** An email alert of a workflow file, by its full name: `Opportunity.Deal_Won`. */
export const emailAlertAction: ActionMaker = (services, name) => {
  if (!services.components().find('WorkflowAlert', name)) return undefined;
  return {
    type: 'emailAlert',
    name,
    label: name,
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_email_alert.htm',
    inputs: [parameter('SObjectRowId', 'String', { required: true })],
    outputs: [],
    invoke(inputs, run) {
      const { outbox } = services.ports;
      if (!outbox) throw new UnsupportedFeatureError('Flow: email alerts');
      return inputs.map((input) => {
        const id = textInput(input, 'SObjectRowId') ?? '';
        const type = services.schema().findByKeyPrefix(keyPrefixOf(id));
        const values = type && services.store.find(type, id);
        if (!values) return { fault: `invalid cross reference id` };
        try {
          sendEmailAlert({ ...services, outbox }, name, values, run.context, 'Flow action emailAlert');
          return {};
        } catch (error) {
          if (error instanceof LocalOrgError) return { fault: error.message };
          throw error;
        }
      });
    },
  };
};
