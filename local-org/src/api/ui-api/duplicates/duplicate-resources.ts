import { duplicateConfiguration } from './duplicate-configuration';
import type { UiResource } from '../request/ui-resource';
import type { UiRequest } from '../request/ui-request';
import type { RestRequest } from '../../http/resource';
import type { RecordValues } from '../../../core';
import { inputValues, readRecordInput, requireInputObject } from '../records/record-input';
import { requireUiObject } from '../request/find-object';

/**
 * Duplicate rules of an object, and what they say to a record before it is saved.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_duplicates_get.htm
 */
export const DUPLICATE_RESOURCES: readonly UiResource[] = [
  {
    path: '/duplicates/:object',
    GET: (ui, { parameters }) => duplicateConfiguration(ui, requireUiObject(ui, parameters['object'] ?? '')),
  },
  { path: '/predupe', POST: checkForDuplicates },
];

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_duplicates.htm */
function checkForDuplicates(ui: UiRequest, { body }: RestRequest): unknown {
  const input = readRecordInput(body.json());
  const type = requireInputObject(ui, input);
  const values = inputValues(input, type) as RecordValues;
  const results = ui.deps.org.dml
    .findDuplicates(type.name, values, ui.context)
    .flatMap(({ duplicateResult }) => duplicateResult ?? []);
  const found = results.flatMap((result) =>
    result.matchResults.map((match) => ({
      result,
      match,
      ids: match.matchRecords.map(({ recordId }) => recordId),
    })),
  );
  const objects = [...new Set(found.map(({ match }) => match.entityType))];
  return {
    allowSave: results.every(({ allowSave }) => allowSave),
    duplicateError: results.length > 0,
    duplicateRules: [...new Set(results.map(({ duplicateRule }) => duplicateRule))],
    matches: objects.map((objectApiName) => {
      const ofObject = found.filter(({ match }) => match.entityType === objectApiName);
      return {
        duplicateResultInfos: Object.fromEntries(
          ofObject.map(({ result, match, ids }) => [
            result.duplicateRule,
            {
              allowSave: result.allowSave,
              matchResultInfo: { recordIds: ids, rule: match.rule },
              rule: result.duplicateRule,
            },
          ]),
        ),
        objectApiName,
        recordIds: [...new Set(ofObject.flatMap(({ ids }) => ids))],
      };
    }),
  };
}
