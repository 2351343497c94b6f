import { ApiError, formatDate, type FieldValue, type RecordValues } from '../../core';
import type { SaveError, SaveOptions, SaveResult } from '../../dml';
import type { RequestContext } from '../../execution';
import type { SObjectType } from '../../schema';
import type { RuleServices } from '../services';
import { checkConversion, type CheckedConversion } from './check-conversion';
import { CONVERSION_TARGETS, mappedValues, valuesForBlanks, type ConversionTarget } from './field-mapping';
import { moveRelatedRecords } from './move-related-records';
import type { LeadConversion, LeadConversionResult } from './types';

/** Leads of one chunk that are converted together. */
const LEADS_PER_CHUNK = 200;

/** Ids that a lead became. */
interface Converted {
  readonly checked: CheckedConversion;
  accountId: string;
  contactId: string;
  opportunityId: string | null;
}

/**
 * Converts leads into accounts, contacts and opportunities: together while all goes well, one by one when something
 * fails, so that a lead that cannot be converted leaves nothing behind and holds up no other.
 * @throws ApiError INSUFFICIENT_ACCESS_OR_READONLY when the user may not create what a conversion creates
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm
 */
export function convertLeads(
  services: RuleServices,
  conversions: readonly LeadConversion[],
  context: RequestContext,
): LeadConversionResult[] {
  checkMayCreate(services, context);
  const results: LeadConversionResult[] = [];
  for (let start = 0; start < conversions.length; start += LEADS_PER_CHUNK) {
    const chunk = conversions.slice(start, start + LEADS_PER_CHUNK);
    results.push(
      ...(convertTogether(services, chunk, context) ??
        chunk.map((one) => convertOne(services, one, context))),
    );
  }
  return results;
}

function convertTogether(
  services: RuleServices,
  conversions: readonly LeadConversion[],
  context: RequestContext,
): LeadConversionResult[] | null {
  if (conversions.length < 2) return null;
  try {
    return services.transactions.savepoint(() => convertAll(services, conversions, context));
  } catch (error) {
    if (refusalOf(error)) return null;
    throw error;
  }
}

function convertOne(
  services: RuleServices,
  conversion: LeadConversion,
  context: RequestContext,
): LeadConversionResult {
  try {
    const [result] = services.transactions.savepoint(() => convertAll(services, [conversion], context));
    if (result) return result;
    throw new Error('A conversion has no result');
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const { leadId } = conversion;
    const errors = [refusal];
    return { leadId, success: false, accountId: null, contactId: null, opportunityId: null, errors };
  }
}

function convertAll(
  services: RuleServices,
  conversions: readonly LeadConversion[],
  context: RequestContext,
): LeadConversionResult[] {
  const options: SaveOptions = { context: { ...context, mode: 'system' }, allOrNone: true };
  const seen = new Set<string>();
  const all = conversions.map((conversion): Converted => {
    const checked = checkConversion(services, conversion, context);
    if (seen.has(checked.leadId))
      throw new ApiError('DUPLICATE_VALUE', `Duplicate id in list: ${checked.leadId}`);
    seen.add(checked.leadId);
    return { checked, accountId: '', contactId: '', opportunityId: null };
  });
  for (const target of CONVERSION_TARGETS) saveTarget(services, options, all, target);
  addContactRoles(services, options, all);
  markConverted(services, options, all);
  moveRelatedRecords(
    services,
    options,
    all.map((one) => ({ ...one, leadId: one.checked.leadId })),
  );
  notifyOwners(services, all);
  return all.map(({ checked, accountId, contactId, opportunityId }) => ({
    leadId: checked.leadId,
    success: true,
    accountId,
    contactId,
    opportunityId,
    errors: [],
  }));
}

/** What each object takes beside the mapped fields, where its id goes, and which existing record it may be. */
const PARTS = {
  Account: {
    existing: ({ checked }: Converted) => checked.account,
    isWanted: () => true,
    more: (): RecordValues => ({}),
    keep: (one: Converted, id: string) => void (one.accountId = id),
  },
  Contact: {
    existing: ({ checked }: Converted) => checked.contact,
    isWanted: () => true,
    more: ({ accountId }: Converted): RecordValues => ({ AccountId: accountId }),
    keep: (one: Converted, id: string) => void (one.contactId = id),
  },
  Opportunity: {
    existing: ({ checked }: Converted) => checked.opportunity,
    isWanted: ({ checked }: Converted) => checked.conversion.doNotCreateOpportunity !== true,
    more: ({ accountId, checked }: Converted, services: RuleServices): RecordValues => ({
      AccountId: accountId,
      Name: checked.conversion.opportunityName ?? checked.lead['Company'] ?? null,
      StageName: firstStage(services),
      CloseDate: endOfQuarter(services.clock.now()),
    }),
    keep: (one: Converted, id: string) => void (one.opportunityId = id),
  },
} as const;

function saveTarget(
  services: RuleServices,
  options: SaveOptions,
  all: readonly Converted[],
  targetName: ConversionTarget,
): void {
  const type = requireType(services, targetName);
  const part = PARTS[targetName];
  const mapped = (one: Converted): RecordValues =>
    mappedValues(services.components(), one.checked.lead, type, targetName);
  const existing = all.filter((one) => part.existing(one) !== null);
  const created = all.filter((one) => part.existing(one) === null && part.isWanted(one));
  const inserts = created.map((one) => ({
    ...mapped(one),
    OwnerId: one.checked.ownerId,
    ...part.more(one, services),
  }));
  requireIds(services.dml.insert(targetName, inserts, options)).forEach((id, i) => {
    const one = created[i];
    if (one) part.keep(one, id);
  });
  const updates = new Map<string, RecordValues>();
  for (const one of existing) {
    const row = part.existing(one) ?? {};
    const id = String(row['Id']);
    part.keep(one, id);
    const overwritten = new Set(one.checked.conversion.overwriteLeadSource === true ? ['LeadSource'] : []);
    const values = targetName === 'Opportunity' ? {} : valuesForBlanks(mapped(one), row, overwritten);
    if (Object.keys(values).length > 0) updates.set(id, { ...values, ...updates.get(id), Id: id });
  }
  requireIds(services.dml.update(targetName, [...updates.values()], options));
}

/** The contact is the primary contact of a new opportunity. */
function addContactRoles(services: RuleServices, options: SaveOptions, all: readonly Converted[]): void {
  const created = all.filter(
    ({ checked, opportunityId }) => opportunityId !== null && checked.opportunity === null,
  );
  const roles = created.map(({ contactId, opportunityId }) => ({
    OpportunityId: opportunityId,
    ContactId: contactId,
    IsPrimary: true,
  }));
  requireIds(services.dml.insert('OpportunityContactRole', roles, options));
}

function markConverted(services: RuleServices, options: SaveOptions, all: readonly Converted[]): void {
  const day = formatDate(services.clock.now());
  const updates = all.map(({ checked, accountId, contactId, opportunityId }) => ({
    Id: checked.leadId,
    Status: checked.conversion.convertedStatus,
    IsConverted: true,
    ConvertedDate: day,
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
    IsUnreadByOwner: false,
  }));
  requireIds(services.dml.updateTrusted('Lead', updates, options));
}

function notifyOwners(services: RuleServices, all: readonly Converted[]): void {
  for (const { checked, contactId } of all) {
    if (checked.conversion.sendNotificationEmail !== true) continue;
    services.outbox.send({
      kind: 'email',
      recipients: [checked.ownerId],
      subject: `Converted lead: ${String(checked.lead['Name'] ?? checked.lead['LastName'])}`,
      body: `The lead was converted and belongs to you.`,
      relatedRecordId: contactId,
      source: 'Lead conversion',
    });
  }
}

function checkMayCreate(services: RuleServices, { mode, user }: RequestContext): void {
  if (
    mode === 'system' ||
    CONVERSION_TARGETS.every((name) => services.access.objectAccess(user, name).create)
  )
    return;
  throw new ApiError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** Undoes the conversion of a lead because of a record that was refused. Never leaves this file. */
class RecordRefused extends Error {
  constructor(readonly refusal: SaveError) {
    super(refusal.message);
  }
}

function refusalOf(error: unknown): SaveError | undefined {
  if (error instanceof RecordRefused) return error.refusal;
  if (!(error instanceof ApiError)) return undefined;
  const { errorCode: statusCode, message, fields } = error;
  return { statusCode, message, fields };
}

/** @throws RecordRefused with the first error */
function requireIds(results: readonly SaveResult[]): string[] {
  const refused = results
    .flatMap(({ errors }) => errors)
    .find(({ statusCode }) => statusCode !== ROLLED_BACK);
  if (refused) throw new RecordRefused(refused);
  return results.map(({ id }) => id ?? '');
}

const ROLLED_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

function firstStage(services: RuleServices): FieldValue {
  const values = services.schema().find('Opportunity')?.field('StageName')?.picklist?.values ?? [];
  const active = values.filter((value) => value.active);
  return (active.find((value) => value.defaultValue) ?? active[0])?.value ?? null;
}

/** The last day of the quarter. DEVIATION: the fiscal year is the calendar year. */
function endOfQuarter(epochMs: number): string {
  const now = new Date(epochMs);
  return formatDate(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 + 3, 0));
}

function requireType(services: RuleServices, objectName: string): SObjectType {
  const type = services.schema().find(objectName);
  if (!type) throw new ApiError('INVALID_TYPE', `sObject type '${objectName}' is not supported.`);
  return type;
}
