import type { UiResource } from '../request/ui-resource';
import type { UiRequest } from '../request/ui-request';
import { batchResults } from '../request/batch';
import { requireTarget } from '../request/find-object';
import { withEtag } from '../values/etag';
import { objectTheme } from './object-icons';

/** Colors of the theme that every org begins with. */
const THEME = {
  brandColor: '#1B5F9E',
  headerColor: '#FFFFFF',
  linkColor: '#0B5CAB',
  pageColor: '#B0C4DF',
} as const;

/**
 * The look of pages, and icons of records.
 *
 * DEVIATION: the org has one theme, without images.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_theme.htm
 */
export const THEME_RESOURCES: readonly UiResource[] = [
  {
    path: '/themes/active',
    GET: () =>
      withEtag({
        ...THEME,
        brandImage: null,
        defaultGroupBanner: null,
        defaultGroupImage: null,
        defaultPageBanner: null,
        defaultUserBanner: null,
        defaultUserImage: null,
        density: 'ViewOne',
      }),
  },
  {
    path: '/record-avatars/batch/:ids',
    GET: (ui, { parameters }) =>
      batchResults((parameters['ids'] ?? '').split(','), (id) => recordAvatar(ui, id.trim())),
  },
];

/**
 * The icon that stands for a record: that of its object.
 * UNVERIFIED: records of people with photos have an image of theirs.
 */
function recordAvatar(ui: UiRequest, recordId: string): Record<string, unknown> {
  const { type, id } = requireTarget(ui, recordId);
  const { color, iconUrl } = objectTheme(ui, type);
  return withEtag({ backgroundColor: color, iconUrl, recordId: id, type: 'Theme' });
}
