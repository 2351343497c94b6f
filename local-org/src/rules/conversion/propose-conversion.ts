import type { RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import type { RuleServices } from '../services';
import { mappedValues } from './field-mapping';
import { readLead } from './check-conversion';

/** What the conversion of a lead would make, before it is asked for. */
export interface ConversionProposal {
  readonly leadId: string;
  /** Owner of the lead: a user, or a queue that cannot own what is created. */
  readonly ownerId: string;
  /** Values of the account and the contact that would be created. */
  readonly account: RecordValues;
  readonly contact: RecordValues;
  readonly opportunityName: string;
  /** Statuses that the org marks as converted, in their order. */
  readonly convertedStatuses: readonly { readonly value: string; readonly label: string }[];
}

/**
 * What a dialog for the conversion of a lead begins with.
 * @throws ApiError CANNOT_UPDATE_CONVERTED_LEAD, INSUFFICIENT_ACCESS_OR_READONLY, INVALID_CROSS_REFERENCE_KEY
 * @see https://help.salesforce.com/s/articleView?id=sales.leads_convert_process.htm
 */
export function proposeConversion(
  services: RuleServices,
  leadId: string,
  context: RequestContext,
): ConversionProposal {
  const lead = readLead(services, leadId, context);
  const schema = services.schema();
  const valuesOf = (name: 'Account' | 'Contact'): RecordValues => {
    const type = schema.find(name);
    return type ? mappedValues(services.components(), lead, type, name) : {};
  };
  const statuses = schema.find('Lead')?.field('Status')?.picklist?.values ?? [];
  return {
    leadId: String(lead['Id']),
    ownerId: String(lead['OwnerId']),
    account: valuesOf('Account'),
    contact: valuesOf('Contact'),
    opportunityName: String(lead['Company'] ?? ''),
    convertedStatuses: statuses
      .filter(({ converted, active }) => converted === true && active)
      .map(({ value, label }) => ({ value, label })),
  };
}
