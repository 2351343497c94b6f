import type { SaveError } from '../../dml';

/** A lead to be converted. */
export interface LeadConversion {
  readonly leadId: string;
  /** A status that the org marks as converted. */
  readonly convertedStatus: string;
  /** Existing account to merge into. */
  readonly accountId?: string | undefined;
  /** Existing contact of that account to merge into. */
  readonly contactId?: string | undefined;
  /** Existing opportunity; none is created then. */
  readonly opportunityId?: string | undefined;
  readonly doNotCreateOpportunity?: boolean;
  /** Name of the new opportunity; the lead's company unless told. */
  readonly opportunityName?: string | undefined;
  /** Owner of what is created; the lead's owner unless told. */
  readonly ownerId?: string | undefined;
  /** Whether the lead's source replaces that of an existing contact. */
  readonly overwriteLeadSource?: boolean;
  readonly sendNotificationEmail?: boolean;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead_leadconvertresult.htm */
export interface LeadConversionResult {
  readonly leadId: string;
  readonly success: boolean;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly errors: readonly SaveError[];
}
