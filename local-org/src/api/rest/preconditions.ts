import { ApiError, datetimeToEpochMs } from '../../core';
import type { SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import type { RestRequest } from '../http/resource';
import { readRecord } from './read-records';

const SECOND_MS = 1000;

/**
 * Checks a request's `If-Modified-Since` and `If-Unmodified-Since` against the record's LastModifiedDate, in whole
 * seconds as HTTP dates are.
 *
 * UNVERIFIED: code and text of the refusal.
 * @returns whether the record has not changed since the date of `If-Modified-Since`
 * @throws ApiError PRECONDITION_FAILED (412) when it has changed since the date of `If-Unmodified-Since`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_conditional_requests.htm
 */
export function isUnchanged(request: RestRequest, type: SObjectType, id: string, deps: ApiDeps): boolean {
  const modifiedSince = dateOf(request.headers['if-modified-since']);
  const unmodifiedSince = dateOf(request.headers['if-unmodified-since']);
  if (modifiedSince === undefined && unmodifiedSince === undefined) return false;
  const field = type.field('LastModifiedDate');
  if (!field) return false;
  const value = readRecord(type, id, [field.name], request.context, deps).fields[field.name];
  const changed =
    typeof value === 'string' ? Math.floor(datetimeToEpochMs(value) / SECOND_MS) * SECOND_MS : 0;
  if (unmodifiedSince !== undefined && changed > unmodifiedSince) {
    throw new ApiError('PRECONDITION_FAILED', 'The requested resource has been modified', {
      httpStatus: 412,
    });
  }
  return modifiedSince !== undefined && changed <= modifiedSince;
}

/** Milliseconds since 1970; undefined for no date. */
function dateOf(header: string | undefined): number | undefined {
  const date = Date.parse(header ?? '');
  return Number.isNaN(date) ? undefined : date;
}
