import { UnsupportedFeatureError } from '../../core';
import type { ActionMaker } from './create-flow-actions';
import { parameter, textInput } from './parameters';

/** Post to Chatter. The post is kept in the outbox. */
export const chatterPostAction: ActionMaker = ({ ports }) => ({
  type: 'chatterPost',
  name: 'chatterPost',
  label: 'Post to Chatter',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_chatter_post.htm',
  inputs: [
    parameter('text', 'String', { required: true }),
    parameter('subjectNameOrId', 'String', { required: true }),
    parameter('type', 'String'),
    parameter('communityId', 'String'),
    parameter('visibility', 'String'),
  ],
  outputs: [parameter('feedItemId', 'String')],
  invoke(inputs) {
    const { outbox } = ports;
    if (!outbox) throw new UnsupportedFeatureError('Flow: Post to Chatter');
    return inputs.map((input) => {
      const subject = textInput(input, 'subjectNameOrId') ?? '';
      outbox.send({
        kind: 'chatter',
        recipients: [subject],
        subject: '',
        body: textInput(input, 'text') ?? '',
        relatedRecordId: subject,
        source: 'Flow action chatterPost',
      });
      return { outputs: { feedItemId: null } };
    });
  },
});
