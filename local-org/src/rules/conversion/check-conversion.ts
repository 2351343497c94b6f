import { ApiError, isRecordId, keyPrefixOf, toId18, type RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import type { SObjectType } from '../../schema';
import type { RuleServices } from '../services';
import type { LeadConversion } from './types';

/** A conversion whose records are all there. */
export interface CheckedConversion {
  readonly conversion: LeadConversion;
  readonly leadId: string;
  readonly lead: RecordValues;
  readonly ownerId: string;
  readonly account: RecordValues | null;
  readonly contact: RecordValues | null;
  readonly opportunity: RecordValues | null;
}

/**
 * Reads what a conversion names and refuses what cannot be converted.
 * UNVERIFIED: the texts.
 * @throws ApiError
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm
 */
export function checkConversion(
  services: RuleServices,
  conversion: LeadConversion,
  context: RequestContext,
): CheckedConversion {
  const lead = readLead(services, conversion.leadId, context);
  const leadId = String(lead['Id']);
  checkStatus(services, conversion.convertedStatus);
  const { accountId, contactId, opportunityId } = conversion;
  if (contactId && !accountId)
    throw new ApiError('REQUIRED_FIELD_MISSING', 'accountId must be specified if contactId is specified', {
      fields: ['accountId'],
    });
  const account = accountId ? requireRecord(services, 'Account', accountId, 'accountId') : null;
  const contact = contactId ? requireRecord(services, 'Contact', contactId, 'contactId') : null;
  if (contact && contact['AccountId'] !== account?.['Id'])
    throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'contact does not belong to the account', {
      fields: ['contactId'],
    });
  const opportunity = opportunityId
    ? requireRecord(services, 'Opportunity', opportunityId, 'opportunityId')
    : null;
  return {
    conversion,
    leadId,
    lead,
    ownerId: ownerOf(services, conversion, lead),
    account,
    contact,
    opportunity,
  };
}

/**
 * The lead that is to be converted.
 * UNVERIFIED: the texts.
 * @throws ApiError when it is not there, converted already, or not the user's to edit
 */
export function readLead(services: RuleServices, id: string, context: RequestContext): RecordValues {
  const lead = requireRecord(services, 'Lead', id, 'leadId');
  const leadId = String(lead['Id']);
  if (lead['IsConverted'] === true)
    throw new ApiError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  const isEditable =
    context.mode === 'system' ||
    services.access.accessibleIds(context.user, 'Lead', [leadId], 'edit').has(leadId);
  if (!isEditable)
    throw new ApiError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  return lead;
}

function checkStatus(services: RuleServices, status: string): void {
  if (status === '')
    throw new ApiError('REQUIRED_FIELD_MISSING', 'missing required field: convertedStatus', {
      fields: ['convertedStatus'],
    });
  const values = services.schema().find('Lead')?.field('Status')?.picklist?.values ?? [];
  if (!values.some(({ value, converted, active }) => value === status && converted === true && active))
    throw new ApiError('INVALID_STATUS', `invalid convertedStatus: ${status}`, {
      fields: ['convertedStatus'],
    });
}

/** What is created belongs to a user: a lead of a queue needs one to be named. */
function ownerOf(services: RuleServices, { ownerId }: LeadConversion, lead: RecordValues): string {
  const users = services.schema().find('User');
  const id = ownerId ? toId18(ownerId) : String(lead['OwnerId']);
  const user =
    users && keyPrefixOf(id) === users.definition.keyPrefix ? services.store.find(users, id) : undefined;
  if (!user)
    throw new ApiError(
      'INVALID_CROSS_REFERENCE_KEY',
      'Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.',
      { fields: ['OwnerId'] },
    );
  if (user['IsActive'] === true) return id;
  throw new ApiError(
    'INACTIVE_OWNER_OR_USER',
    `operation performed with inactive user [${id.slice(0, 15)}] as owner of lead`,
  );
}

function requireRecord(services: RuleServices, objectName: string, id: string, name: string): RecordValues {
  if (id === '')
    throw new ApiError('REQUIRED_FIELD_MISSING', `missing required field: ${name}`, { fields: [name] });
  const type: SObjectType | undefined = services.schema().find(objectName);
  const row = type && isRecordId(id) ? services.store.find(type, toId18(id)) : undefined;
  if (!row)
    throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', { fields: [name] });
  if (row['IsDeleted'] === true)
    throw new ApiError('ENTITY_IS_DELETED', 'entity is deleted', { fields: [name] });
  return row;
}
