import { ApiError, UnsupportedFeatureError } from '../../../core';
import type { LeadConversion, LeadConversionResult } from '../../../rules';
import type { ApiDeps } from '../../api-deps';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { booleanOf, elementOf, listOf, textOf, type SoapValue } from '../soap-envelope';
import { NIL, type XmlNode } from '../soap-writer';
import { saveErrorNode, type DuplicateErrorContext } from './duplicate-error';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm */
const MAX_LEADS = 100;

/** `convertLead`: makes accounts, contacts and opportunities of leads. */
export function convertLeadOperation(
  deps: ApiDeps,
): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  return {
    convertLead: ({ arguments: content, context, header }) => {
      const conversions = listOf(content['leadConverts'] ?? content['LeadConvert']).map(readConversion);
      if (conversions.length > MAX_LEADS) {
        const text = `record limit reached. cannot submit more than ${MAX_LEADS} records into this call`;
        throw new ApiError('EXCEEDED_ID_LIMIT', text);
      }
      const results = deps.org.convertLeads(conversions, context);
      return { body: { result: results.map((result) => resultNode(result, { deps, context, header })) } };
    },
  };
}

/** Elements of a LeadConvert that are not carried out: given records, deduplication left out, person accounts. */
const UNSUPPORTED_ELEMENTS = [
  'accountRecord',
  'bypassAccountDedupeCheck',
  'bypassContactDedupeCheck',
  'contactRecord',
  'opportunityRecord',
  'relatedPersonAccountId',
  'relatedPersonAccountRecord',
] as const;

/** Whether an element has content other than `false`. */
function isSet(value: SoapValue | undefined): boolean {
  const text = textOf(value)?.trim() ?? '';
  const children = Object.keys(elementOf(value)).filter((name) => !name.startsWith('@'));
  return (text !== '' && text !== 'false') || children.length > 0;
}

function readConversion(value: SoapValue): LeadConversion {
  const element = elementOf(value);
  const text = (name: string): string | undefined => textOf(element[name])?.trim() || undefined;
  const refused = UNSUPPORTED_ELEMENTS.find((name) => isSet(element[name]));
  if (refused !== undefined) throw new UnsupportedFeatureError(`convertLead with ${refused}`);
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

function resultNode(result: LeadConversionResult, context: DuplicateErrorContext): XmlNode {
  return {
    accountId: result.accountId ?? NIL,
    contactId: result.contactId ?? NIL,
    errors: result.errors.map((error) => saveErrorNode(error, context)),
    leadId: result.leadId,
    opportunityId: result.opportunityId ?? NIL,
    success: result.success,
  };
}
