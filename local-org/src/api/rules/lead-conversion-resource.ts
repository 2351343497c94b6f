import type { RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import type { LeadConversion } from '../../rules';
import type { ApiDeps } from '../api-deps';
import { malformedBody, RestError } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { isJsonObject } from '../rest/record-input';

/** A record that an existing one may stand for. */
interface ConversionMatch {
  readonly id: string;
  readonly name: string;
  /** That of a contact. */
  readonly accountId: string | null;
}

const MATCH_FIELDS = { Account: 'Id, Name', Contact: 'Id, Name, AccountId' } as const;
const BAD_REQUEST = 400;

/**
 * `/lead-conversion/00Q...`: what the conversion of a lead would make, with the accounts and contacts that duplicate
 * rules find for it; POST converts.
 * UNVERIFIED: path and shapes; the platform's dialog uses a resource that is not documented. What is converted, and how,
 * is that of `convertLead`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm
 */
export function leadConversionResource(deps: ApiDeps): Resource {
  return {
    path: '/lead-conversion/:lead',
    unlisted: true,
    GET: (request) => propose(request, deps),
    POST: (request) => convert(request, deps),
  };
}

function propose({ parameters, context }: RestRequest, { org }: ApiDeps): RestResponse {
  const proposal = org.proposeConversion(parameters['lead'] ?? '', context);
  const { account, contact, ownerId, opportunityName, convertedStatuses } = proposal;
  const contactName = [contact['FirstName'], contact['LastName']].filter(Boolean).join(' ');
  return ok({
    ownerId,
    accountName: account['Name'] ?? '',
    contactName,
    opportunityName,
    convertedStatuses,
    accounts: matches(org, 'Account', account, context),
    contacts: matches(org, 'Contact', contact, context),
  });
}

/** Existing records that are like the one that would be created, and that the user may see. */
function matches(
  org: ApiDeps['org'],
  objectName: 'Account' | 'Contact',
  values: RecordValues,
  context: RequestContext,
): ConversionMatch[] {
  const ids = org.dml
    .findDuplicates(objectName, values, context)
    .flatMap(({ duplicateResult }) => duplicateResult?.matchResults ?? [])
    .filter(({ entityType }) => entityType === objectName)
    .flatMap(({ matchRecords }) => matchRecords.map(({ recordId }) => recordId));
  if (ids.length === 0) return [];
  const list = ids.map((id) => `'${id}'`).join(', ');
  const soql = `SELECT ${MATCH_FIELDS[objectName]} FROM ${objectName} WHERE Id IN (${list}) ORDER BY Name`;
  return org.query.query(soql, { context }).records.map(({ fields }) => ({
    id: String(fields['Id']),
    name: String(fields['Name']),
    accountId: typeof fields['AccountId'] === 'string' ? fields['AccountId'] : null,
  }));
}

/** `{ "convertedStatus": "Closed - Converted", "accountId": "001...", "doNotCreateOpportunity": true }` */
function convert({ parameters, body, context }: RestRequest, { org }: ApiDeps): RestResponse {
  const input = body.json();
  if (!isJsonObject(input)) throw malformedBody('A conversion must be an object');
  const conversion = readConversion(parameters['lead'] ?? '', input);
  const allowDuplicateSave = input['allowSaveOnDuplicate'] === true;
  const [result] = org.convertLeads([conversion], { ...context, saveHeaders: { allowDuplicateSave } });
  if (!result?.success) {
    const errors = result?.errors ?? [];
    throw new RestError(
      BAD_REQUEST,
      errors.map(({ statusCode, message, fields }) => ({ errorCode: statusCode, message, fields })),
    );
  }
  const { accountId, contactId, opportunityId } = result;
  return ok({ accountId, contactId, opportunityId });
}

function readConversion(leadId: string, input: Readonly<Record<string, unknown>>): LeadConversion {
  const text = (name: string): string | undefined => {
    const value = input[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    leadId,
    convertedStatus: text('convertedStatus') ?? '',
    accountId: text('accountId'),
    contactId: text('contactId'),
    opportunityId: text('opportunityId'),
    opportunityName: text('opportunityName'),
    ownerId: text('ownerId'),
    doNotCreateOpportunity: input['doNotCreateOpportunity'] === true,
  };
}
