import type { Schema } from '../schema';
import type { SObjectType } from '../sobject-type';
import type { RecordType } from '../types';
import { describeField } from './describe-field';
import { describeGlobalSObject } from './describe-global-sobject';
import type { DescribeOptions } from './describe-options';
import type {
  ChildRelationshipResult,
  DescribeFieldResult,
  DescribeSObjectResult,
  RecordTypeInfo,
} from './describe-results';
import { isMruEnabled, pageUrls } from './object-urls';
import { supportedScopes } from './supported-scopes';

/** The id of the record type that records without one have. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/**
 * The body of an object's describe, for the user whose access the options carry.
 * @throws Error when the object has record types and the options do not give their ids
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export function describeSObject(
  schema: Schema,
  type: SObjectType,
  options: DescribeOptions,
): DescribeSObjectResult {
  const global = describeGlobalSObject(type, options);
  return {
    actionOverrides: [],
    ...global,
    childRelationships: childRelationships(schema, type, options),
    compactLayoutable: type.definition.capabilities.layoutable,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: describeFields(type, options),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(type, options),
    searchLayoutable: isMruEnabled(type),
    sobjectDescribeOption: 'FULL',
    supportedScopes: supportedScopes(type),
    urls: { ...global.urls, ...pageUrls(type, options) },
  };
}

function describeFields(type: SObjectType, { access }: DescribeOptions): DescribeFieldResult[] {
  if (!access) return type.fields.map((field) => describeField(type, field));
  const { createsAuditFields = false } = access;
  return type.fields.flatMap((field) => {
    const { read, edit } = access.field(type, field);
    return read ? [describeField(type, field, { editable: edit, createsAuditFields })] : [];
  });
}

function childRelationships(
  schema: Schema,
  type: SObjectType,
  { access }: DescribeOptions,
): ChildRelationshipResult[] {
  return type.childRelationships
    .filter(({ childObject }) => {
      const child = schema.find(childObject);
      return child !== undefined && (access?.object(child).read ?? true);
    })
    .map(({ childObject, field, relationshipName, onDelete }) => ({
      cascadeDelete: onDelete === 'Cascade',
      childSObject: childObject,
      deprecatedAndHidden: false,
      field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName,
      restrictedDelete: onDelete === 'Restrict',
    }))
    .sort((a, b) => compare(a.childSObject, b.childSObject) || compare(a.field, b.field));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Record types of the object, then the master one, which is the default where no other is. */
function recordTypeInfos(type: SObjectType, options: DescribeOptions): RecordTypeInfo[] {
  const { capabilities, recordTypes } = type.definition;
  if (!capabilities.layoutable) return [];
  const own = recordTypes.map((recordType) => ownRecordTypeInfo(type, recordType, options));
  return [...own, masterRecordTypeInfo(type, options, !own.some((info) => info.defaultRecordTypeMapping))];
}

function ownRecordTypeInfo(
  type: SObjectType,
  recordType: RecordType,
  options: DescribeOptions,
): RecordTypeInfo {
  if (!options.recordType) throw new Error(`describe of ${type.name} needs the ids of its record types`);
  const { id, available, isDefault } = options.recordType(type, recordType);
  return {
    active: recordType.active,
    available,
    defaultRecordTypeMapping: isDefault,
    developerName: recordType.developerName,
    master: false,
    name: recordType.label,
    recordTypeId: id,
    urls: { layout: layoutUrl(type, options, id) },
  };
}

function masterRecordTypeInfo(
  type: SObjectType,
  options: DescribeOptions,
  isDefault: boolean,
): RecordTypeInfo {
  return {
    active: true,
    available: true,
    defaultRecordTypeMapping: isDefault,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE_ID,
    urls: { layout: layoutUrl(type, options, MASTER_RECORD_TYPE_ID) },
  };
}

function layoutUrl(type: SObjectType, { basePath }: DescribeOptions, recordTypeId: string): string {
  return `${basePath}/sobjects/${type.name}/describe/layouts/${recordTypeId}`;
}
