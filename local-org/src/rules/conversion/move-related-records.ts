import { ApiError, type RecordValues } from '../../core';
import type { SaveOptions } from '../../dml';
import type { RuleServices } from '../services';

/** What a lead became. */
export interface MovedLead {
  readonly leadId: string;
  readonly accountId: string;
  readonly contactId: string;
  readonly opportunityId: string | null;
}

const ACTIVITIES = ['Task', 'Event'] as const;

/**
 * Moves what hung at leads: activities go to the contact and the opportunity, or the account; campaign members name the
 * contact beside the lead.
 * DEVIATION: files, notes and posts stay with the lead.
 * @see https://help.salesforce.com/s/articleView?id=sf.leads_notes.htm
 */
export function moveRelatedRecords(
  services: RuleServices,
  options: SaveOptions,
  leads: readonly MovedLead[],
): void {
  const byLead = new Map(leads.map((lead) => [lead.leadId, lead]));
  for (const objectName of ACTIVITIES) {
    const updates = rowsOf(services, objectName, 'WhoId', byLead).map(([row, lead]) => ({
      Id: row['Id'] ?? null,
      WhoId: lead.contactId,
      WhatId: lead.opportunityId ?? lead.accountId,
    }));
    save(services, objectName, updates, options);
  }
  const members = rowsOf(services, 'CampaignMember', 'LeadId', byLead);
  const present = presentMembers(services, leads);
  const updates = members.flatMap(([row, lead]) => {
    const isMember = present.has(`${String(row['CampaignId'])} ${lead.contactId}`);
    return isMember ? [] : [{ Id: row['Id'] ?? null, ContactId: lead.contactId }];
  });
  save(services, 'CampaignMember', updates, options);
}

function rowsOf(
  services: RuleServices,
  objectName: string,
  fieldName: string,
  byLead: ReadonlyMap<string, MovedLead>,
): [RecordValues, MovedLead][] {
  const type = services.schema().find(objectName);
  const field = type?.field(fieldName);
  if (!type || !field) return [];
  return services.store
    .findBy(type, field, [...byLead.keys()])
    .flatMap((row): [RecordValues, MovedLead][] => {
      const lead = byLead.get(String(row[fieldName]));
      return lead && row['IsDeleted'] !== true ? [[row, lead]] : [];
    });
}

/** A contact is a member of a campaign once. */
function presentMembers(services: RuleServices, leads: readonly MovedLead[]): ReadonlySet<string> {
  const byContact = new Map(leads.map((lead) => [lead.contactId, lead]));
  const rows = rowsOf(services, 'CampaignMember', 'ContactId', byContact);
  return new Set(rows.map(([row]) => `${String(row['CampaignId'])} ${String(row['ContactId'])}`));
}

function save(
  services: RuleServices,
  objectName: string,
  updates: readonly RecordValues[],
  options: SaveOptions,
): void {
  if (updates.length === 0) return;
  const error = services.dml.updateTrusted(objectName, updates, options).flatMap(({ errors }) => errors)[0];
  if (error) throw new ApiError(error.statusCode, error.message, { fields: error.fields });
}
