import { api, LightningElement } from 'lwc';
import userId from '@salesforce/user/Id';
import type { DealFilter } from 'c/dealList';
import emptyLabel from '@salesforce/label/c.Stalled_None';
import mineLabel from '@salesforce/label/c.Stalled_Mine';
import teamLabel from '@salesforce/label/c.Stalled_Team';

/** Open opportunities that need attention: no activity, no next step, overdue, pushed too often, too long in a stage. */
export default class StalledDeals extends LightningElement {
  /** Whose: `mine`, or `team` for all that the user sees. */
  @api scope: 'mine' | 'team' = 'mine';

  labels = { empty: emptyLabel };

  get heading(): string {
    return this.scope === 'mine' ? mineLabel : teamLabel;
  }
  get filter(): DealFilter {
    const stalled = { IsClosed: { eq: false }, Hygiene_Flag_Count__c: { gt: 0 } };
    return this.scope === 'mine' ? { ...stalled, OwnerId: { eq: userId } } : stalled;
  }
}
