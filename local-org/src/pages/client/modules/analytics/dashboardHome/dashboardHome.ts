import { LightningElement, api } from 'lwc';
import { listDashboards } from 'shell/analytics';
import type { PageReference } from 'shell/router';

/** All dashboards that the user may see. */
export default class DashboardHome extends LightningElement {
  @api reference: PageReference | undefined;

  get load(): typeof listDashboards {
    return listDashboards;
  }
}
