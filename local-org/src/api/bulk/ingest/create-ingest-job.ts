import { UnsupportedFeatureError } from '../../../core';
import type { RequestContext } from '../../../execution';
import type { LocalOrg } from '../../../org';
import type { SObjectType } from '../../../schema';
import { INGEST_OPERATIONS, type IngestJob, type IngestOperation } from '../jobs/bulk-job';
import { jobErrors } from '../jobs/job-errors';
import { csvFormatOf, jobBody, optionalChoice, optionalText } from '../jobs/job-request';

/**
 * Reads a request for a new ingest job: `{"object":"Contact","operation":"insert"}`.
 * @throws ApiError INVALIDENTITY, INVALIDJOB, FEATURENOTENABLED, JSON_PARSER_ERROR
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm
 */
export function createIngestJob(
  json: unknown,
  id: string,
  context: RequestContext,
  org: LocalOrg,
): IngestJob {
  const body = jobBody(json);
  const operation = optionalChoice(body, 'operation', INGEST_OPERATIONS);
  if (operation === undefined) throw jobErrors.missing('operation');
  const type = objectOf(optionalText(body, 'object'), context, org);
  const mayHardDelete =
    operation !== 'hardDelete' || org.access.hasUserPermission(context.user, 'BulkApiHardDelete');
  if (!mayHardDelete) throw jobErrors.hardDeleteNotAllowed();
  const externalIdFieldName = externalIdOf(optionalText(body, 'externalIdFieldName'), operation, type);
  if (optionalText(body, 'assignmentRuleId'))
    throw new UnsupportedFeatureError('Bulk API 2.0: assignmentRuleId');
  const now = org.clock.now();
  return {
    kind: 'ingest',
    id,
    operation,
    object: type.name,
    ...csvFormatOf(body),
    ...(externalIdFieldName === undefined ? {} : { externalIdFieldName }),
    createdById: context.user.id,
    createdMs: now,
    modifiedMs: now,
    apiVersion: context.apiVersion,
    state: 'Open',
    processed: 0,
    failed: 0,
    processingMs: 0,
    uploaded: false,
  };
}

function objectOf(name: string | undefined, { user }: RequestContext, org: LocalOrg): SObjectType {
  if (name === undefined) throw jobErrors.missing('object');
  const type = org.schema().find(name);
  if (!type || !org.access.objectAccess(user, type.name).read) throw jobErrors.unknownObject(name);
  return type;
}

function externalIdOf(
  name: string | undefined,
  operation: IngestOperation,
  type: SObjectType,
): string | undefined {
  if (operation !== 'upsert') return undefined;
  if (name === undefined) throw jobErrors.externalIdBlank(type.name);
  const field = type.field(name);
  if (!field || !(field.externalId || field.idLookup || field.type === 'id')) {
    throw jobErrors.noExternalId(name, type.name);
  }
  return field.name;
}
