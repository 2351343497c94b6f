import { LightningElement, api } from 'lwc';
import { listReports } from 'shell/analytics';
import type { PageReference } from 'shell/router';

/** All reports that the user may see. */
export default class ReportHome extends LightningElement {
  @api reference: PageReference | undefined;

  get load(): typeof listReports {
    return listReports;
  }
}
