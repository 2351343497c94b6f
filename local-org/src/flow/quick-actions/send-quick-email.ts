import { formatDatetime, UnsupportedFeatureError, type RecordValues } from '../../core';
import type { RecordInput, SaveResult } from '../../dml';
import type { RequestContext } from '../../execution';
import type { ActionServices } from '../actions/create-flow-actions';

const SENT = '3';
const ADDRESS_FIELDS = ['ToAddress', 'CcAddress', 'BccAddress'] as const;

/**
 * Sends the e-mail of a quick action: it is kept in the outbox, and as an EmailMessage that was sent.
 *
 * UNVERIFIED: code and text of an e-mail without recipients.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_emailmessage.htm
 */
export function sendQuickEmail(
  services: ActionServices,
  context: RequestContext,
  values: RecordInput,
  source: string,
): SaveResult {
  const { outbox } = services.ports;
  if (!outbox) throw new UnsupportedFeatureError('Quick action SendEmail');
  const recipients = ADDRESS_FIELDS.flatMap((name) => addressesOf(values[name]));
  if (recipients.length === 0) {
    const message = 'Required fields are missing: [ToAddress]';
    const error = { statusCode: 'REQUIRED_FIELD_MISSING', message, fields: ['ToAddress'] };
    return { id: null, success: false, errors: [error] };
  }
  const sent: RecordValues = {
    Status: SENT,
    Incoming: false,
    MessageDate: formatDatetime(services.clock.now()),
  };
  const [result] = services.dml.insert('EmailMessage', [{ ...sent, ...values }], {
    context,
    allOrNone: false,
  });
  if (!result?.success) return result ?? { id: null, success: false, errors: [] };
  outbox.send({
    kind: 'email',
    recipients,
    subject: textOf(values['Subject']) ?? '',
    body: textOf(values['HtmlBody']) ?? textOf(values['TextBody']) ?? '',
    relatedRecordId: textOf(values['RelatedToId']) ?? textOf(values['ParentId']),
    source,
  });
  return result;
}

function addressesOf(value: unknown): string[] {
  return (textOf(value) ?? '').split(/[;,]/).flatMap((address) => address.trim() || []);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
