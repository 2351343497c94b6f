import type { RecordValues } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveError, saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';
import { assignComputed, touchedIds } from './assign';
import { refreshCampaigns } from './campaign-figures';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Fields of the lead or contact that a member shows. */
const COPIED_FIELDS = [
  'Salutation',
  'Name',
  'FirstName',
  'LastName',
  'Title',
  'Email',
  'Phone',
  'Fax',
  'MobilePhone',
  'DoNotCall',
  'HasOptedOutOfEmail',
  'HasOptedOutOfFax',
  'LeadSource',
];

/** Campaign member: copies of the person's fields, responded by status, one membership a person. */
export const campaignMember: StandardBehaviour = {
  objectName: 'CampaignMember',
  documentation: objectReference('CampaignMember'),
  derive: (chunk) => {
    const statuses = readStatuses(chunk);
    const leads = readPeople(chunk, 'Lead', 'LeadId');
    const contacts = readPeople(chunk, 'Contact', 'ContactId');
    for (const record of chunk.records) {
      deriveStatus(chunk, record, statuses.get(String(record.get('CampaignId'))) ?? []);
      const person = contacts.get(String(record.get('ContactId'))) ?? leads.get(String(record.get('LeadId')));
      copyPerson(chunk, record, person);
    }
  },
  validate: (chunk) => {
    for (const record of chunk.records) {
      // UNVERIFIED: how the platform names the two fields.
      if (record.get('LeadId') === null && record.get('ContactId') === null) {
        record.fail(saveErrors.requiredFieldsMissing(['LeadId', 'ContactId']));
      }
    }
    refuseSecondMembership(chunk);
  },
  afterWrite: (chunk) => refreshCampaigns(chunk.services, [...touchedIds(chunk, 'CampaignId')]),
  afterRemoval: (services, rows) =>
    refreshCampaigns(
      services,
      rows.map((row) => row['CampaignId'] ?? null),
    ),
};

function readStatuses(chunk: SaveChunk): Map<string, RecordValues[]> {
  const type = chunk.services.schema().find('CampaignMemberStatus');
  const field = type?.field('CampaignId');
  const byCampaign = new Map<string, RecordValues[]>();
  if (!type || !field) return byCampaign;
  for (const row of chunk.services.store.findBy(type, field, [...touchedIds(chunk, 'CampaignId')])) {
    const id = String(row['CampaignId']);
    byCampaign.set(id, [...(byCampaign.get(id) ?? []), row]);
  }
  return byCampaign;
}

function readPeople(chunk: SaveChunk, objectName: string, fieldName: string): Map<string, RecordValues> {
  const type = chunk.services.schema().find(objectName);
  return type
    ? chunk.services.store.findAll(type, touchedIds(chunk, fieldName))
    : new Map<string, RecordValues>();
}

function deriveStatus(chunk: SaveChunk, record: SaveRecord, statuses: readonly RecordValues[]): void {
  const byDefault = statuses.find((candidate) => candidate['IsDefault'] === true)?.['Label'];
  if (record.prior === null && !record.assigned.has('Status') && byDefault !== undefined) {
    assignComputed(chunk, record, 'Status', byDefault);
  }
  const status = statuses.find((candidate) => candidate['Label'] === record.get('Status'));
  const responded = status?.['HasResponded'] === true;
  assignComputed(chunk, record, 'HasResponded', responded);
  if (responded && record.before('HasResponded') !== true) {
    assignComputed(
      chunk,
      record,
      'FirstRespondedDate',
      record.before('FirstRespondedDate') ?? chunk.stamp.slice(0, 10),
    );
  }
}

function copyPerson(chunk: SaveChunk, record: SaveRecord, person: RecordValues | undefined): void {
  const isContact = record.get('ContactId') !== null;
  assignComputed(chunk, record, 'LeadOrContactId', record.get('ContactId') ?? record.get('LeadId'));
  assignComputed(chunk, record, 'Type', isContact ? 'Contact' : 'Lead');
  if (!person) return;
  assignComputed(chunk, record, 'LeadOrContactOwnerId', person['OwnerId'] ?? null);
  if (!isContact) assignComputed(chunk, record, 'CompanyOrAccount', person['Company'] ?? null);
  for (const name of COPIED_FIELDS) {
    const value = person[name];
    if (value !== undefined) assignComputed(chunk, record, name, value);
  }
}

function refuseSecondMembership(chunk: SaveChunk): void {
  if (chunk.operation !== 'insert') return;
  const campaign = chunk.type.field('CampaignId');
  if (!campaign) return;
  const keyOf = (values: RecordValues): string =>
    `${values['CampaignId']}:${values['ContactId'] ?? values['LeadId']}`;
  const ids = new Set(
    chunk.records.flatMap((record) => record.get('ContactId') ?? record.get('LeadId') ?? []),
  );
  const members = ['ContactId', 'LeadId'].flatMap((name) => {
    const field = chunk.type.field(name);
    return field ? chunk.services.store.findBy(chunk.type, field, [...ids]) : [];
  });
  const taken = new Set(members.filter((row) => row['IsDeleted'] !== true).map(keyOf));
  for (const record of chunk.records) {
    const key = keyOf(record.values);
    if (taken.has(key)) record.fail(saveError('DUPLICATE_VALUE', 'Already a campaign member.'));
    taken.add(key);
  }
}
