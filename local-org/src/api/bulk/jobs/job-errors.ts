import { ApiError } from '../../../core';
import type { BulkJob } from './bulk-job';

/** How the platform names a state in the errors of jobs. */
const STATE_NAMES: Partial<Record<BulkJob['state'], string>> = {
  JobComplete: 'Completed',
  UploadComplete: 'Closed',
};

/**
 * The errors of job requests.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_errors.htm
 */
export const jobErrors = {
  unknownObject: (name: string) =>
    new ApiError('INVALIDENTITY', `InvalidEntity : Unable to find object: ${name}`),

  missing: (name: string) => new ApiError('INVALIDJOB', `InvalidJob : ${name} is required`),

  unknownValue: (type: string, value: unknown) =>
    new ApiError('JSON_PARSER_ERROR', `'${String(value)}' not a valid value for enum ${type}`),

  externalIdBlank: (objectName: string) =>
    new ApiError(
      'INVALIDJOB',
      `InvalidJob : External ID was blank for ${objectName}. An External ID must be specified for upsert.`,
    ),

  noExternalId: (fieldName: string, objectName: string) =>
    new ApiError(
      'INVALIDJOB',
      `InvalidJob : Field name provided, ${fieldName} does not match an External ID, Salesforce Id, or indexed field for ${objectName}`,
    ),

  hardDeleteNotAllowed: () =>
    new ApiError(
      'FEATURENOTENABLED',
      'FeatureNotEnabled : hardDelete operation requires special user profile permission, please contact your system administrator',
    ),

  transitionNotAllowed: (verb: 'Closing' | 'Aborting', { state }: BulkJob) =>
    new ApiError('INVALIDJOBSTATE', `${verb} already ${STATE_NAMES[state] ?? state} Job not allowed`),

  /** UNVERIFIED: code and text. */
  unknownState: (state: unknown) => new ApiError('INVALIDJOBSTATE', `Invalid job state: ${String(state)}`),

  /** UNVERIFIED: code and text. */
  notOpen: ({ state }: BulkJob) =>
    new ApiError(
      'INVALIDJOBSTATE',
      `Failed to upload data, since the Job is not Open. Current job state is '${state}'`,
    ),

  /** UNVERIFIED: the code. */
  secondUpload: ({ id }: BulkJob) =>
    new ApiError(
      'CLIENTINPUTERROR',
      `Found multiple contents for job: <${id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    ),

  /** UNVERIFIED: code and text. */
  notDeletable: ({ state }: BulkJob) =>
    new ApiError(
      'INVALIDJOBSTATE',
      `Only jobs that are UploadComplete, JobComplete, Aborted or Failed can be deleted. Current job state is '${state}'`,
    ),

  /** UNVERIFIED: code and text. */
  notFinished: ({ state }: BulkJob) =>
    new ApiError('INVALIDJOBSTATE', `Results are not available yet. Current job state is '${state}'`),

  /** UNVERIFIED: code and text. */
  otherUsersJob: () => new ApiError('INVALIDUSER', 'InvalidUser : The job was created by another user'),

  /** UNVERIFIED: code and text. */
  invalidLocator: () => new ApiError('INVALID_QUERY_LOCATOR', 'invalid query locator'),
} as const;
