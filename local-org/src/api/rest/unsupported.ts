import { UnsupportedFeatureError } from '../../core';
import type { Resource } from '../http/resource';

/** Resources of the platform that the local org refuses by name, by path. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  '/sobjects/:object/describe/layouts': 'layouts',
  '/sobjects/:object/describe/layouts/:id': 'layouts',
  '/sobjects/:object/describe/namedLayouts/:name': 'named layouts',
  '/sobjects/:object/describe/compactLayouts': 'compact layouts',
  '/sobjects/:object/describe/approvalLayouts': 'approval layouts',
  '/sobjects/:object/describe/approvalLayouts/:name': 'approval layouts',
  '/sobjects/:object/listviews': 'list views',
  '/sobjects/:object/listviews/:id': 'list views',
  '/sobjects/:object/listviews/:id/describe': 'list views',
  '/sobjects/:object/listviews/:id/results': 'list views',
  '/theme': 'themes',
  '/tabs': 'tabs',
  '/appMenu/:type': 'app menu',
  '/search/layout': 'search layouts',
  '/search/scopeOrder': 'search scope and order',
  '/process/rules': 'process rules',
  '/compactLayouts': 'compact layouts',
  '/support': 'support',
  '/dedupe': 'duplicate detection',
  '/wave': 'CRM Analytics',
  '/chatter': 'Chatter',
  '/connect': 'Connect',
};

/** Refuses, by name and with 501, what the platform answers and the local org does not. */
export function unsupportedResources(): Resource[] {
  return Object.entries(UNSUPPORTED).map(([path, feature]) => {
    const refuse = (): never => {
      throw new UnsupportedFeatureError(`REST: ${feature}`);
    };
    return {
      path,
      refused: feature,
      composable: true,
      unlisted: true,
      GET: refuse,
      POST: refuse,
      PATCH: refuse,
      DELETE: refuse,
    };
  });
}
