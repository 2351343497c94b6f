import { ApiError, UnsupportedFeatureError } from '../../core';
import { areEqual } from '../interview/compare';
import type { ActionMaker } from './create-flow-actions';
import { listInput, parameter, textInput } from './parameters';

/** Submit for Approval. */
export const submitAction: ActionMaker = ({ ports }) => ({
  type: 'submit',
  name: 'submit',
  label: 'Submit for Approval',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_submit_approval.htm',
  inputs: [
    parameter('objectId', 'String', { required: true }),
    parameter('comment', 'String'),
    parameter('nextApproverIds', 'String', { isCollection: true }),
    parameter('processDefinitionNameOrId', 'String'),
    parameter('skipEntryCriteria', 'Boolean'),
    parameter('submitterId', 'String'),
  ],
  outputs: [
    parameter('instanceId', 'String'),
    parameter('instanceStatus', 'String'),
    parameter('newWorkItemIds', 'String', { isCollection: true }),
    parameter('nextApproverIds', 'String', { isCollection: true }),
    parameter('entityId', 'String'),
  ],
  invoke(inputs, run) {
    const { approvals } = ports;
    if (!approvals) throw new UnsupportedFeatureError('Flow: Submit for Approval');
    return inputs.map((input) => {
      const [comments, submitterId] = [textInput(input, 'comment'), textInput(input, 'submitterId')];
      const process = textInput(input, 'processDefinitionNameOrId');
      try {
        const outcome = approvals.submit(
          {
            objectId: textInput(input, 'objectId') ?? '',
            nextApproverIds: listInput(input, 'nextApproverIds'),
            skipEntryCriteria: areEqual(input['skipEntryCriteria'] ?? null, true),
            ...(comments !== null && { comments }),
            ...(submitterId !== null && { submitterId }),
            ...(process !== null && { processDefinitionNameOrId: process }),
          },
          run.context,
        );
        return {
          outputs: {
            instanceId: outcome.instanceId,
            instanceStatus: outcome.instanceStatus,
            newWorkItemIds: outcome.newWorkitemIds,
            nextApproverIds: outcome.actorIds,
            entityId: outcome.entityId,
          },
        };
      } catch (error) {
        if (error instanceof ApiError) return { fault: error.message };
        throw error;
      }
    });
  },
});
