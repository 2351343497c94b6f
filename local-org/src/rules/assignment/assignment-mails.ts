import type { AutomationBatch } from '../../execution';
import { expandGroup, mergeEmailTemplate } from '../../outbox';
import type { SObjectType } from '../../schema';
import type { RuleServices } from '../services';
import type { Assignment } from './assignment-rules';

/**
 * Sends the mails of the entries that were met: to the new owner, or to the members of the queue.
 * UNVERIFIED: that an entry whose owner has the record already sends its mail too.
 * @see https://help.salesforce.com/s/articleView?id=sf.creating_assignment_rules.htm
 */
export function mailNewOwners(
  services: RuleServices,
  { context }: AutomationBatch,
  type: SObjectType,
  assignments: readonly Assignment[],
): void {
  for (const { record, entry, ownerId } of assignments) {
    if (entry.template === null || typeof ownerId !== 'string') continue;
    const session = services.formulas.open(context.user);
    const values = { ...record.values, Id: record.id };
    const email = mergeEmailTemplate(services.components(), entry.template, { session, type, values });
    services.outbox.send({
      kind: 'email',
      recipients: expandGroup(services, ownerId),
      subject: email?.subject ?? '',
      body: email?.body ?? '',
      relatedRecordId: record.id,
      source: `Assignment rule of ${type.name}`,
    });
  }
}
