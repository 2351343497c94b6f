import type { SaveResult } from '../../dml';
import { ok, type RestResponse } from '../http/responses';

const ROLLED_BACK_CODE = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

/** Result of a record that was good, in a collection that was undone because of another. */
export function rolledBack(): SaveResult {
  const message =
    'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return { id: null, success: false, errors: [{ statusCode: ROLLED_BACK_CODE, message, fields: [] }] };
}

/** A collection's answer: one result per record, in the order of the request, with status 200 whatever they say. */
export function collectionAnswer(results: readonly SaveResult[], allOrNone: boolean): RestResponse {
  const response = ok(results.map(resultBody));
  return allOrNone && results.some(({ success }) => !success) ? { ...response, failed: true } : response;
}

function resultBody({ id, success, errors, created }: SaveResult): unknown {
  const rows = errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields }));
  return {
    ...(success ? { id } : {}),
    success,
    errors: rows,
    ...(created === undefined || !success ? {} : { created }),
  };
}
