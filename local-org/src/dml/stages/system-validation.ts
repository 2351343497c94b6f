import type { FieldValue } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';
import type { SaveError } from '../types';
import { checkDependentPicklists } from '../validation/dependent-picklists';
import type { FieldCheck } from '../validation/field-checks';
import { checkLookupFilters } from '../validation/lookup-filters';
import { checkQueueOwners } from '../validation/queue-owners';
import { checkRecordTypes } from '../validation/record-type-check';
import { checkReferences } from '../validation/references';
import { checkUniqueFields } from '../validation/unique-fields';

/**
 * Checks what every record must fulfil whatever its org's rules: required fields, lengths, ranges, picklists,
 * references, unique fields. On update only fields that change are judged.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function systemValidation(chunk: SaveChunk): void {
  for (const record of chunk.records) {
    checkRequired(chunk, record);
    if (!record.failed) checkFields(chunk, record);
    if (!record.failed) checkGeolocations(chunk, record);
  }
  let live = chunk.records;
  for (const check of CHUNK_CHECKS) {
    if (live.some((record) => record.failed)) live = live.filter((record) => !record.failed);
    if (live.length > 0) check(chunk, live);
  }
}

type ChunkCheck = (chunk: SaveChunk, records: readonly SaveRecord[]) => void;

/** Checks that look at other records: one look-up for the chunk each. */
const CHUNK_CHECKS: readonly ChunkCheck[] = [
  checkRecordTypes,
  checkDependentPicklists,
  checkReferences,
  checkQueueOwners,
  checkLookupFilters,
  (chunk, records) => chunk.plan.behaviour?.validate?.({ ...chunk, records: [...records] }),
  checkUniqueFields,
];

/** On insert the org fills fields that describe calls defaulted; an update may empty none of the required ones. */
function checkRequired(chunk: SaveChunk, record: SaveRecord): void {
  const missing = chunk.plan.required.filter(
    (field) =>
      record.get(field.name) === null &&
      (record.prior === null ? !field.defaultedOnCreate : record.before(field.name) !== null),
  );
  if (missing.length > 0) record.fail(saveErrors.requiredFieldsMissing(missing.map((field) => field.name)));
}

function checkFields(chunk: SaveChunk, record: SaveRecord): void {
  for (const { field, checks } of chunk.plan.checked) {
    const value = record.values[field.name];
    if (
      value === null ||
      value === undefined ||
      (record.prior !== null && value === record.prior[field.name])
    )
      continue;
    // One error a field: a text that is too long is not looked at any further.
    const error = firstError(checks, value);
    if (error) record.fail(error);
  }
}

function firstError(checks: readonly FieldCheck[], value: FieldValue): SaveError | null {
  for (const check of checks) {
    const error = check(value);
    if (error) return error;
  }
  return null;
}

function checkGeolocations(chunk: SaveChunk, record: SaveRecord): void {
  for (const { latitude, longitude } of chunk.plan.geolocations) {
    if ((record.get(latitude.name) === null) !== (record.get(longitude.name) === null)) {
      record.fail(saveErrors.halfGeolocation(latitude));
    }
  }
}
