import { httpStatusOf } from '../../core';
import type { SaveError, SaveResult } from '../../dml';
import { RestError, type RestErrorEntry } from '../http/errors';
import type { RestResponse } from '../http/responses';
import { duplicateResultBody } from './duplicate-result-body';

/**
 * Codes of failed saves whose HTTP status differs from that of the same code elsewhere: a record that is not there
 * is 404 when it is the resource itself.
 */
const SAVE_STATUS: Readonly<Record<string, number>> = {
  INVALID_CROSS_REFERENCE_KEY: 404,
  ENTITY_IS_DELETED: 404,
};

/** Throws when a save failed. @throws RestError with the record's errors, whose `fields` are always present */
export function requireSuccess(result: SaveResult | undefined): SaveResult {
  if (result?.success) return result;
  const errors = result?.errors ?? [];
  throw new RestError(
    saveStatus(errors),
    errors.map((error) => saveErrorEntry(error)),
  );
}

/** What a duplicate rule found comes first and in place of the fields. */
function saveErrorEntry({ message, statusCode, fields, duplicateResult }: SaveError): RestErrorEntry {
  return duplicateResult
    ? { duplicateResult: duplicateResultBody(duplicateResult), errorCode: statusCode, message }
    : { message, errorCode: statusCode, fields };
}

/** A cross reference that is wrong inside the record (a field is named) is a bad request, not a missing resource. */
function saveStatus(errors: readonly SaveError[]): number {
  const [first] = errors;
  if (!first) return 500;
  if (first.fields.length > 0) return 400;
  return SAVE_STATUS[first.statusCode] ?? httpStatusOf(first.statusCode);
}

/** 201 with the new record's id and address. */
export function createdResponse(objectName: string, result: SaveResult, apiVersion: number): RestResponse {
  return {
    status: 201,
    headers: { location: recordUrl(objectName, result.id ?? '', apiVersion) },
    body: {
      id: result.id,
      success: true,
      errors: result.errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })),
    },
  };
}

/** `/services/data/v67.0/sobjects/Account/001000000000001AAA` */
export function recordUrl(objectName: string, id: string, apiVersion: number): string {
  return `/services/data/v${apiVersion}.0/sobjects/${objectName}/${id}`;
}
