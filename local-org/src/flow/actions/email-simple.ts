import { UnsupportedFeatureError } from '../../core';
import { areEqual } from '../interview/compare';
import type { ActionMaker } from './create-flow-actions';
import { listInput, parameter, textInput } from './parameters';

const NO_RECIPIENTS = '0 recipients';

/**
 * Send Email. Without recipients it faults; with `logEmailOnSend` it makes a completed task.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_actions_sendemail.htm
 */
export const emailSimpleAction: ActionMaker = ({ ports, dml, schema }) => ({
  type: 'emailSimple',
  name: 'emailSimple',
  label: 'Send Email',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_email_simple.htm',
  inputs: [
    parameter('emailAddresses', 'String'),
    parameter('emailAddressesArray', 'String', { isCollection: true }),
    parameter('emailBody', 'String'),
    parameter('emailSubject', 'String'),
    parameter('emailTemplateId', 'String'),
    parameter('ccRecipientAddressCollection', 'String', { isCollection: true }),
    parameter('ccRecipientAddressList', 'String'),
    parameter('bccRecipientAddressCollection', 'String', { isCollection: true }),
    parameter('bccRecipientAddressList', 'String'),
    parameter('recipientId', 'String'),
    parameter('relatedRecordId', 'String'),
    parameter('logEmailOnSend', 'Boolean'),
    parameter('sendRichBody', 'Boolean'),
    parameter('senderAddress', 'String'),
    parameter('senderType', 'String'),
    parameter('useLineBreaks', 'Boolean'),
  ],
  outputs: [],
  invoke(inputs, run) {
    const { outbox } = ports;
    if (!outbox) throw new UnsupportedFeatureError('Flow: Send Email');
    return inputs.map((input) => {
      const recipient = textInput(input, 'recipientId');
      const recipients = [
        ...listInput(input, 'emailAddresses'),
        ...listInput(input, 'emailAddressesArray'),
        ...listInput(input, 'ccRecipientAddressCollection'),
        ...listInput(input, 'ccRecipientAddressList'),
        ...listInput(input, 'bccRecipientAddressCollection'),
        ...listInput(input, 'bccRecipientAddressList'),
        ...(recipient === null ? [] : [recipient]),
      ];
      if (recipients.length === 0) return { fault: NO_RECIPIENTS };
      if (textInput(input, 'emailTemplateId') !== null)
        throw new UnsupportedFeatureError('Flow: Send Email with a template');
      const subject = textInput(input, 'emailSubject') ?? '';
      const relatedRecordId = textInput(input, 'relatedRecordId');
      const body = textInput(input, 'emailBody') ?? '';
      outbox.send({
        kind: 'email',
        recipients,
        subject,
        body,
        relatedRecordId,
        source: 'Flow action emailSimple',
      });
      if (areEqual(input['logEmailOnSend'] ?? null, true)) {
        const task = {
          Subject: `Email: ${subject}`.slice(0, 255),
          Status: 'Completed',
          Description: body,
          TaskSubtype: 'Email',
        };
        const fields = schema().find('Task');
        const links = {
          ...(recipient !== null && /^00[3Q]/.test(recipient) && { WhoId: recipient }),
          ...(relatedRecordId !== null && { WhatId: relatedRecordId }),
        };
        if (fields) dml.insert('Task', [{ ...task, ...links }], { context: run.context, allOrNone: false });
      }
      return {};
    });
  },
});
