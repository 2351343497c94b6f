import { ApiError } from '../../../core';
import type { LeadConversion, LeadConversionResult } from '../../../rules';
import type { ApiDeps } from '../../api-deps';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { booleanOf, elementOf, listOf, textOf, type SoapValue } from '../soap-envelope';
import { NIL, type XmlNode } from '../soap-writer';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm */
const MAX_LEADS = 100;

/** `convertLead`: makes accounts, contacts and opportunities of leads. */
export function convertLeadOperation(
  deps: ApiDeps,
): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  return {
    convertLead: ({ arguments: content, context }) => {
      const conversions = listOf(content['leadConverts'] ?? content['LeadConvert']).map(readConversion);
      if (conversions.length > MAX_LEADS) {
        const text = `record limit reached. cannot submit more than ${MAX_LEADS} records into this call`;
        throw new ApiError('EXCEEDED_ID_LIMIT', text);
      }
      return { body: { result: deps.org.convertLeads(conversions, context).map(resultNode) } };
    },
  };
}

function readConversion(value: SoapValue): LeadConversion {
  const element = elementOf(value);
  const text = (name: string): string | undefined => textOf(element[name])?.trim() || undefined;
  return {
    leadId: text('leadId') ?? '',
    convertedStatus: text('convertedStatus') ?? '',
    accountId: text('accountId'),
    contactId: text('contactId'),
    opportunityId: text('opportunityId'),
    opportunityName: text('opportunityName'),
    ownerId: text('ownerId'),
    doNotCreateOpportunity: booleanOf(element['doNotCreateOpportunity']),
    overwriteLeadSource: booleanOf(element['overwriteLeadSource']),
    sendNotificationEmail: booleanOf(element['sendNotificationEmail']),
  };
}

function resultNode(result: LeadConversionResult): XmlNode {
  return {
    accountId: result.accountId ?? NIL,
    contactId: result.contactId ?? NIL,
    errors: result.errors.map(({ fields, message, statusCode }) => ({ fields, message, statusCode })),
    leadId: result.leadId,
    opportunityId: result.opportunityId ?? NIL,
    success: result.success,
  };
}
