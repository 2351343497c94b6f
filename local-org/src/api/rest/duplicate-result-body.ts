import { MAX_API_VERSION } from '../../core';
import type { DuplicateResult } from '../../execution';

/**
 * Writes what a duplicate rule found, as a refused save shows it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_duplicaterules.htm
 */
export function duplicateResultBody(result: DuplicateResult): unknown {
  const { allowSave, duplicateRule, duplicateRuleEntityType, errorMessage, matchResults } = result;
  return {
    allowSave,
    duplicateRule,
    duplicateRuleEntityType,
    errorMessage,
    matchResults: matchResults.map(({ entityType, matchEngine, rule, matchRecords }) => ({
      entityType,
      errors: [],
      matchEngine,
      matchRecords: matchRecords.map(({ recordId, matchConfidence }) => ({
        additionalInformation: [],
        fieldDiffs: [],
        matchConfidence,
        record: {
          attributes: {
            type: entityType,
            url: `/services/data/v${MAX_API_VERSION}.0/sobjects/${entityType}/${recordId}`,
          },
          Id: recordId,
        },
      })),
      rule,
      size: matchRecords.length,
      success: true,
    })),
  };
}
