import { MASTER_RECORD_TYPE_ID, type DescribeSObjectResult, type SObjectType } from '../../../schema';

/** A record type as records and object infos show it. */
export interface RecordTypeInfoRepresentation {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

/** The record types of an object, and which one new records have. */
export interface RecordTypeInfos {
  readonly byId: Readonly<Record<string, RecordTypeInfoRepresentation>>;
  readonly defaultId: string;
}

/** Objects with pages that never have record types. */
const WITHOUT_RECORD_TYPES: ReadonlySet<string> = new Set([
  'User',
  'CampaignMemberStatus',
  'CaseComment',
  'Group',
]);

/** Whether records of an object have a record type, be it the master one. */
export function hasRecordTypes({ name, definition }: SObjectType): boolean {
  return definition.capabilities.layoutable && !WITHOUT_RECORD_TYPES.has(name);
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_type_info.htm */
export function recordTypeInfosOf({
  recordTypeInfos,
}: Pick<DescribeSObjectResult, 'recordTypeInfos'>): RecordTypeInfos {
  const infos = recordTypeInfos.map(
    ({ available, defaultRecordTypeMapping, master, name, recordTypeId }): RecordTypeInfoRepresentation => ({
      available,
      defaultRecordTypeMapping,
      master,
      name,
      recordTypeId,
    }),
  );
  return {
    byId: Object.fromEntries(infos.map((info) => [info.recordTypeId, info])),
    defaultId:
      infos.find(({ defaultRecordTypeMapping }) => defaultRecordTypeMapping)?.recordTypeId ??
      MASTER_RECORD_TYPE_ID,
  };
}
