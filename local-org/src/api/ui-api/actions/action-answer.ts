import type { RestRequest } from '../../http/resource';
import { choiceOf, listParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import { ACTION_SECTIONS, ACTION_TYPES, type PlatformAction } from './platform-action';
import { withEtag } from '../values/etag';

/** Narrows the actions of an answer down: `{ actionTypes: ['QuickAction'], apiNames: ['New'] }`; empty: all. */
export interface ActionFilter {
  readonly actionTypes: readonly string[];
  readonly apiNames: readonly string[];
  readonly sections: readonly string[];
}

/** Reads the filter of a request's parameters. @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE */
export function actionFilter(query: URLSearchParams): ActionFilter {
  return {
    actionTypes: listParameter(query, 'actionTypes').map((text) =>
      choiceOf(text, 'actionTypes', ACTION_TYPES),
    ),
    apiNames: listParameter(query, 'apiNames'),
    sections: listParameter(query, 'sections').map((text) => choiceOf(text, 'sections', ACTION_SECTIONS)),
  };
}

/**
 * Actions by record, object or other place.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_action.htm
 */
export function actionAnswer(
  ui: UiRequest,
  { path }: RestRequest,
  filter: ActionFilter,
  bySource: Readonly<Record<string, readonly PlatformAction[]>>,
): Record<string, unknown> {
  const url = `${ui.basePath}${path.slice('/ui-api'.length)}`;
  return withEtag({
    actions: Object.fromEntries(
      Object.entries(bySource).map(([source, actions]) => [
        source,
        { actions: actions.filter((action) => passes(filter, action)), links: [], url },
      ]),
    ),
    url,
  });
}

function passes({ actionTypes, apiNames, sections }: ActionFilter, action: PlatformAction): boolean {
  const among = (wanted: readonly string[], value: string): boolean =>
    wanted.length === 0 || wanted.some((name) => name.toLowerCase() === value.toLowerCase());
  return (
    among(actionTypes, action.type) && among(apiNames, action.apiName) && among(sections, action.section)
  );
}
