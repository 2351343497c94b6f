import type { LocalOrg } from '../org';
import type { ComponentModules } from './modules/component-modules';
import type { Pages } from './page-model/pages';
import type { PageSessions } from './ports';
import type { VendorLibrary } from './vendor/vendor-library';

/** What the routes of the pages work with. */
export interface PageServices {
  readonly org: LocalOrg;
  readonly sessions: PageSessions;
  readonly vendor: VendorLibrary;
  readonly modules: ComponentModules;
  readonly pages: Pages;
}
