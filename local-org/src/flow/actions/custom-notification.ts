import { UnsupportedFeatureError } from '../../core';
import type { ActionMaker } from './create-flow-actions';
import { listInput, parameter, textInput } from './parameters';

/** Send Custom Notification. */
export const customNotificationAction: ActionMaker = ({ ports }) => ({
  type: 'customNotificationAction',
  name: 'customNotificationAction',
  label: 'Send Custom Notification',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_custom_notification.htm',
  inputs: [
    parameter('customNotifTypeId', 'String', { required: true }),
    parameter('recipientIds', 'String', { required: true, isCollection: true }),
    parameter('title', 'String', { required: true }),
    parameter('body', 'String', { required: true }),
    parameter('targetId', 'String'),
    parameter('targetPageRef', 'String'),
    parameter('senderId', 'String'),
  ],
  outputs: [],
  invoke(inputs) {
    const { outbox } = ports;
    if (!outbox) throw new UnsupportedFeatureError('Flow: Send Custom Notification');
    return inputs.map((input) => {
      const recipients = listInput(input, 'recipientIds');
      if (recipients.length === 0) return { fault: 'Missing required input parameter: recipientIds' };
      outbox.send({
        kind: 'notification',
        recipients,
        subject: textInput(input, 'title') ?? '',
        body: textInput(input, 'body') ?? '',
        relatedRecordId: textInput(input, 'targetId'),
        source: `Flow action customNotificationAction ${textInput(input, 'customNotifTypeId') ?? ''}`,
      });
      return {};
    });
  },
});
