import { ApiError } from '../../core';
import { dataTypeOfField } from '../definition/type-of-reference';
import { isPerformable, QuickActions } from '../quick-actions/quick-actions';
import type { ActionMaker } from './create-flow-actions';
import type { ActionOutcome } from './flow-action';
import { parameter, textInput } from './parameters';

/** A quick action that writes a record or sends an e-mail: `Account.New_Contact`. */
export const quickActionAction: ActionMaker = (services, name) => {
  const quickActions = new QuickActions(services);
  const action = quickActions.find(name);
  const type = services.schema().find(action?.targetObject ?? '');
  if (!action || !type || !isPerformable(action.type)) return undefined;
  return {
    type: 'quickAction',
    name: action.fullName,
    label: action.label,
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_quick_action.htm',
    inputs: [
      parameter('contextId', 'String'),
      ...type.fields.map((field) => parameter(field.name, dataTypeOfField(field))),
    ],
    outputs: [parameter('id', 'String')],
    invoke(inputs, run) {
      return inputs.map((input): ActionOutcome => {
        const values = Object.entries(input).filter(
          ([field, value]) => field !== 'contextId' && value !== null,
        );
        try {
          const { success, id, errors } = quickActions.perform(
            action,
            textInput(input, 'contextId'),
            Object.fromEntries(values),
            run.context,
          );
          if (!success) return { fault: errors.map(({ message }) => message).join(', ') };
          return { outputs: { id } };
        } catch (error) {
          if (error instanceof ApiError) return { fault: error.message };
          throw error;
        }
      });
    },
  };
};
