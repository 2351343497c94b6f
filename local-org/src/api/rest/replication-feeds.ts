import { ApiError, formatDatetime } from '../../core';
import type { ResultRecord } from '../../query';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { requireObject } from './object-access';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Deleted records are listed for this long. */
const RECYCLE_BIN_DAYS = 15;
const MAX_SPAN_DAYS = 30;

interface Span {
  readonly start: string;
  readonly end: string;
}

/**
 * Which records of an object changed or went away in a span of time.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm
 */
export function feedResources(deps: ApiDeps): Resource[] {
  return [
    { path: '/sobjects/:object/updated', composable: true, GET: (request) => updatedRecords(request, deps) },
    { path: '/sobjects/:object/deleted', composable: true, GET: (request) => deletedRecords(request, deps) },
  ];
}

function updatedRecords(request: RestRequest, deps: ApiDeps): RestResponse {
  const span = spanOf(request, deps);
  const ids = changedRecords(request, span, false, deps).map(({ id }) => id);
  return ok({ ids, latestDateCovered: span.end });
}

function deletedRecords(request: RestRequest, deps: ApiDeps): RestResponse {
  const span = spanOf(request, deps);
  const deletedRecords = changedRecords(request, span, true, deps).map(({ id, fields }) => ({
    id,
    deletedDate: fields['SystemModstamp'],
  }));
  const earliestDateAvailable = formatDatetime(wholeMinute(deps.org.clock.now() - RECYCLE_BIN_DAYS * DAY_MS));
  return ok({ deletedRecords, earliestDateAvailable, latestDateCovered: span.end });
}

function changedRecords(
  request: RestRequest,
  span: Span,
  deleted: boolean,
  deps: ApiDeps,
): readonly ResultRecord[] {
  const type = requireObject(request.parameters['object'] ?? '', request.context.user, deps);
  const soql =
    `SELECT Id, SystemModstamp FROM ${type.name} WHERE IsDeleted = ${deleted ? 'TRUE' : 'FALSE'}` +
    ' AND SystemModstamp >= :start AND SystemModstamp < :end';
  return deps.org.query.query(soql, { context: request.context, allRows: true, binds: { ...span } }).records;
}

/**
 * UNVERIFIED: the texts.
 * @throws ApiError INVALID_REPLICATION_DATE for a span that is missing, reversed, or too long ago
 */
function spanOf(request: RestRequest, deps: ApiDeps): Span {
  const start = instantOf(request.query.get('start'), 'start');
  const end = instantOf(request.query.get('end'), 'end');
  if (start >= end) {
    throw new ApiError('INVALID_REPLICATION_DATE', 'startDate before endDate expected');
  }
  if (start < deps.org.clock.now() - MAX_SPAN_DAYS * DAY_MS) {
    throw new ApiError('INVALID_REPLICATION_DATE', `startDate cannot be more than ${MAX_SPAN_DAYS} days ago`);
  }
  return { start: formatDatetime(wholeMinute(start)), end: formatDatetime(wholeMinute(end)) };
}

function instantOf(text: string | null, name: string): number {
  // A plus sign of a time zone that was sent unescaped has become a space.
  const instant = Date.parse((text ?? '').replace(' ', '+').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(instant))
    throw new ApiError('INVALID_REPLICATION_DATE', `Invalid ${name} date: ${text ?? ''}`);
  return instant;
}

/** The platform leaves seconds out of account. */
function wholeMinute(epochMs: number): number {
  return Math.floor(epochMs / 60_000) * 60_000;
}
