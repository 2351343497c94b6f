import { queryString, request, UI_API } from 'shell/http';
import { many, objectName, type ObjectReference, type OneOrMany } from 'shell/references';
import { recordTopic } from 'shell/records';
import { defineWire } from 'shell/wire';

/**
 * `lightning/uiActionsApi`: the actions that a user has on records.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_actions.htm
 */

interface ActionFilter {
  readonly actionTypes?: OneOrMany<string> | undefined;
  readonly apiNames?: OneOrMany<string> | undefined;
  readonly formFactor?: string | undefined;
  readonly retrievalMode?: 'PageLayout' | 'All' | undefined;
  readonly sections?: OneOrMany<string> | undefined;
}

function filterQuery({ actionTypes, apiNames, formFactor, retrievalMode, sections }: ActionFilter): string {
  return queryString({
    actionTypes: many(actionTypes),
    apiNames: many(apiNames),
    formFactor,
    retrievalMode,
    sections: many(sections),
  });
}

/** Actions of the page of a record. */
export const getRecordActions = defineWire<
  ActionFilter & {
    readonly recordIds?: OneOrMany<string> | undefined;
  },
  unknown
>({
  ready: ({ recordIds }) => many(recordIds).length > 0,
  load: ({ recordIds, ...filter }) =>
    request(`${UI_API}/actions/record/${many(recordIds).join(',')}${filterQuery(filter)}`),
  topics: ({ recordIds }) => many(recordIds).map(recordTopic),
});

/** Actions that need no record. */
export const getGlobalActions = defineWire<ActionFilter, unknown>({
  ready: () => true,
  load: (filter) => request(`${UI_API}/actions/global${filterQuery(filter)}`),
});

/** Actions of the page on which records of an object are made. */
export const getObjectCreateActions = defineWire<
  ActionFilter & { readonly objectApiName?: ObjectReference | undefined },
  unknown
>({
  ready: ({ objectApiName }) => !!objectApiName,
  load: ({ objectApiName, ...filter }) =>
    request(`${UI_API}/actions/object/${objectName(objectApiName)}/record-create${filterQuery(filter)}`),
});

/** Actions of a related list. */
export const getRelatedListActions = defineWire<
  ActionFilter & {
    readonly recordIds?: OneOrMany<string> | undefined;
    readonly relatedListId?: string | undefined;
  },
  unknown
>({
  ready: ({ recordIds, relatedListId }) => many(recordIds).length > 0 && !!relatedListId,
  load: ({ recordIds, relatedListId, ...filter }) =>
    request(
      `${UI_API}/actions/record/${many(recordIds).join(',')}/related-list/${relatedListId}${filterQuery(filter)}`,
    ),
});
