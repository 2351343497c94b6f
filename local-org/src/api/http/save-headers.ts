import { ApiError, UnsupportedFeatureError, isRecordId } from '../../core';
import type { SaveHeaders } from '../../execution';

/**
 * Reads the headers of a REST request that change its saves. Assignment rules run unless the request says otherwise.
 * DEVIATION: `includeRecordDetails` of the duplicate rule header is ignored; duplicates are shown by id.
 * @throws ApiError INVALID_HEADER for a value that cannot be read
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_autoassign.htm
 */
export function saveHeadersOf(headers: Readonly<Record<string, string | undefined>>): SaveHeaders {
  const duplicates = headers['sforce-duplicate-rule-header'] ?? '';
  const assign = headers['sforce-auto-assign'];
  return {
    ...(/(?:^|[;,\s])allowsave\s*=\s*true\b/i.test(duplicates) && { allowDuplicateSave: true }),
    ...(/(?:^|[;,\s])runascurrentuser\s*=\s*true\b/i.test(duplicates) && { duplicatesAsCurrentUser: true }),
    autoAssign: assign === undefined ? true : readAutoAssign(assign.trim()),
  };
}

/** UNVERIFIED: the answer to a value that is neither TRUE, FALSE nor an id. */
function readAutoAssign(text: string): boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (isRecordId(text))
    throw new UnsupportedFeatureError('Sforce-Auto-Assign with the id of an assignment rule');
  throw new ApiError('INVALID_HEADER', `Invalid value for header Sforce-Auto-Assign: ${text}`);
}
