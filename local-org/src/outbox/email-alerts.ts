import { LocalOrgError, type RecordValues } from '../core';
import type { FormulaFieldEvaluator, RequestContext } from '../execution';
import { objectsOf, textOf, textsOf, type ComponentStore, type MetadataObject } from '../metadata';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import { resolveRecipients, type EmailRecipient } from './email-recipients';
import { mergeEmailTemplate } from './email-template';
import type { Outbox } from './types';

/** What alerts are sent with. */
export interface EmailAlertServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly formulas: FormulaFieldEvaluator;
  readonly outbox: Outbox;
}

/**
 * Sends an e-mail alert about a record: what approval actions, and the flow action Email Alert, do.
 * @param alertName with its object: `Opportunity.Review_Requested`
 * @param source    what sends it, for the outbox
 * @returns the message's id; null when nobody is to get it
 * @throws LocalOrgError EMAIL_ALERT_MISSING
 * @see https://help.salesforce.com/s/articleView?id=sf.customize_wfalerts.htm
 */
export function sendEmailAlert(
  services: EmailAlertServices,
  alertName: string,
  values: Readonly<RecordValues>,
  context: RequestContext,
  source: string,
): number | null {
  const components = services.components();
  const alert = components.find('WorkflowAlert', alertName);
  const type = services.schema().find(alertName.split('.')[0] ?? '');
  if (!alert || !type) {
    throw new LocalOrgError('EMAIL_ALERT_MISSING', `There is no email alert ${alertName}`, {
      actions: ['Deploy the Workflow file that holds the alert'],
    });
  }
  const recipients = [
    ...resolveRecipients(services, values, recipientsOf(alert.content)),
    ...textsOf(alert.content, 'ccEmails'),
  ];
  if (recipients.length === 0) return null;
  const session = services.formulas.open(context.user);
  const template = textOf(alert.content, 'template') ?? '';
  const email = mergeEmailTemplate(components, template, { session, type, values });
  return services.outbox.send({
    kind: 'email',
    recipients,
    subject: email?.subject ?? textOf(alert.content, 'description') ?? alertName,
    body: email?.body ?? '',
    relatedRecordId: typeof values['Id'] === 'string' ? values['Id'] : null,
    source,
  });
}

/** The recipients that an alert's metadata names. */
export function recipientsOf(content: MetadataObject): EmailRecipient[] {
  return objectsOf(content, 'recipients').map((entry) => ({
    type: textOf(entry, 'type') ?? '',
    field: textOf(entry, 'field'),
    recipient: textOf(entry, 'recipient'),
  }));
}
