import { refused, type SaveError, type SaveResult } from '../shared';

interface RawError {
  readonly statusCode?: string;
  readonly errorCode?: string;
  readonly message?: string;
  readonly fields?: readonly string[];
}

interface RawResult {
  readonly id?: string | null;
  readonly success?: boolean;
  readonly created?: boolean;
  readonly errors?: readonly RawError[];
}

function toSaveError(raw: RawError): SaveError {
  const code = raw.statusCode ?? raw.errorCode ?? 'UNKNOWN_EXCEPTION';
  return { code, message: raw.message ?? code, fields: raw.fields ?? [] };
}

/**
 * Turns one result row of the REST API into a save result.
 * @param createdByDefault what `created` means where the answer does not say it (an insert)
 */
export function toSaveResult(raw: unknown, createdByDefault: boolean): SaveResult {
  const { id, success, created, errors } = (raw ?? {}) as RawResult;
  if (success !== true) {
    const failures = (errors ?? []).map(toSaveError);
    return failures.length === 0
      ? refused('UNKNOWN_EXCEPTION', 'The org refused the row without a reason')
      : { success: false, id: null, created: false, errors: failures };
  }
  return { success: true, id: id ?? null, created: created ?? createdByDefault, errors: [] };
}
