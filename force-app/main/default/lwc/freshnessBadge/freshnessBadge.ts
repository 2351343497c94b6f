import { api, LightningElement } from 'lwc';
import currentLabel from '@salesforce/label/c.Sync_Current';
import neverLabel from '@salesforce/label/c.Sync_Never';
import staleLabel from '@salesforce/label/c.Sync_Stale';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether something was synced within the last day, as the formula Sync Freshness says it. */
export default class FreshnessBadge extends LightningElement {
  /** Time of the last sync: `2026-11-29T10:00:00.000Z`. */
  @api time?: string | null;

  get isCurrent(): boolean {
    return Boolean(this.time) && Date.now() - Date.parse(this.time ?? '') <= DAY_MS;
  }
  get label(): string {
    if (!this.time) return neverLabel;
    return this.isCurrent ? currentLabel : staleLabel;
  }
  get cssClass(): string {
    return this.isCurrent ? 'slds-badge slds-theme_success' : 'slds-badge slds-theme_warning';
  }
}
