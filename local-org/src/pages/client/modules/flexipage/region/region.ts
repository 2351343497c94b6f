import { LightningElement, api } from 'lwc';
import type { PageItem, PageModel } from '../../../../page-model/page-model';

/** Shows the components of a region or facet, one below the other. */
export default class Region extends LightningElement {
  static renderMode = 'light' as const;

  @api items: readonly PageItem[] = [];
  /** What components of the page get as properties. */
  @api context: PageModel['context'] = {};
}
