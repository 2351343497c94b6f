import type { RestRequest } from '../../http/resource';
import { requireUiObject } from '../request/find-object';
import { booleanParameter, numberParameter } from '../request/parameters';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import { withEtag } from '../values/etag';
import { visibleListViews } from './find-list-view';
import { listReference } from './list-info';

const PAGE_SIZE = { fallback: 20, min: 1, max: 2000 };
const OFFSET = { fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER };

/**
 * The list views of an object that the user sees, by pages; `q` narrows them to labels that contain it.
 *
 * DEVIATION: with `recentListsOnly` too all lists are answered; which ones a user opened is not kept.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_info_summary_collection.htm
 */
export function listCollection(ui: UiRequest, { parameters, query }: RestRequest): Record<string, unknown> {
  const type = requireUiObject(ui, parameters['object'] ?? '');
  const q = query.get('q')?.trim().toLowerCase() ?? '';
  const pageSize = numberParameter(query, 'pageSize', PAGE_SIZE);
  const offset = numberParameter(query, 'pageToken', OFFSET);
  const views = visibleListViews(ui, type).filter(({ definition }) =>
    definition.label.toLowerCase().includes(q),
  );
  const lists = views.map((view) => {
    const { definition } = view;
    const listUiUrl = `${ui.basePath}/list-ui/${type.name}/${listReference(view).listViewApiName}`;
    return {
      apiName: definition.name,
      id: definition.id,
      label: definition.label,
      listUiUrl,
      url: listUiUrl,
    };
  });
  const page = recordPage(
    `${ui.basePath}/list-info/${type.name}`,
    lists.slice(offset, offset + pageSize + 1),
    {
      offset,
      pageSize,
    },
  );
  const { records, ...tokens } = page;
  return withEtag({
    ...tokens,
    lists: records,
    objectApiName: type.name,
    pageSize,
    queryString: query.get('q'),
    recentListsOnly: booleanParameter(query, 'recentListsOnly'),
  });
}
