import type { RecordValues } from '../core';
import type { RequestContext } from '../execution';
import { expandGroup, mergeEmailTemplate } from '../outbox';
import type { ApprovalRequest } from './approval-request';
import type { ApprovalServices } from './types';

/**
 * Sends the mail that asks for an approval.
 * UNVERIFIED: subject and text of the platform's default template.
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_email_template.htm
 */
export function askForApproval(
  services: ApprovalServices,
  request: ApprovalRequest,
  record: RecordValues,
  actorIds: readonly string[],
  context: RequestContext,
): void {
  const recipients = actorIds.flatMap((id) => expandGroup(services, id));
  if (recipients.length === 0) return;
  const { process, type, recordId } = request;
  const session = services.formulas.open(context.user);
  const email =
    process.emailTemplate === null
      ? undefined
      : mergeEmailTemplate(services.components(), process.emailTemplate, { session, type, values: record });
  const name = String(record[type.nameField?.name ?? 'Id'] ?? recordId);
  const label = type.definition.label.toLowerCase();
  services.outbox.send({
    kind: 'email',
    recipients,
    subject: email?.subject ?? `Approval request for ${label}: ${name}`,
    body: email?.body ?? `${name} needs your approval (${process.label}).`,
    relatedRecordId: recordId,
    source: `Approval process ${process.fullName}`,
  });
}
