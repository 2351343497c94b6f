import { recentRecords } from '../../rest/recent-records';
import { numberParameter } from '../request/parameters';
import type { UiResource } from '../request/ui-resource';

const LIMIT = { fallback: 10, min: 1, max: 200 };

/**
 * The records that the user viewed last, over all objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_recent_items.htm
 */
export const RECENT_RESOURCES: readonly UiResource[] = [
  {
    path: '/recent',
    GET: ({ context, deps }, { query }) =>
      recentRecords(null, numberParameter(query, 'limit', LIMIT), context, deps),
  },
];
