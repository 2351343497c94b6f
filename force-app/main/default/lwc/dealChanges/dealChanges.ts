import type { LightningElement } from 'lwc';
import { publish, subscribe, unsubscribe, type Context, type Subscription } from 'lightning/messageService';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import DEAL_CHANGED from '@salesforce/messageChannel/Deal_Changed__c';

/**
 * Tells the page that a record, or what hangs on it, has changed: Lightning Data Service, the standard parts of the
 * page, and the parts that read by Apex.
 */
export async function announceChange(
  element: LightningElement,
  context: Context | undefined,
  recordId: string,
): Promise<void> {
  await notifyRecordUpdateAvailable([{ recordId }]);
  element.dispatchEvent(new RefreshEvent());
  if (context) publish(context, DEAL_CHANGED, { recordId });
}

/** Listens for changes of a record as long as a component is on the page. */
export class ChangeListener {
  private subscription?: Subscription;

  /** Calls back whenever the record, or what hangs on it, was changed by another part of the page. */
  start(context: Context | undefined, recordId: string | undefined, refresh: () => void): void {
    if (!context || this.subscription) return;
    this.subscription = subscribe(context, DEAL_CHANGED, (message) => {
      if (message.recordId === recordId) refresh();
    });
  }

  stop(): void {
    if (this.subscription) unsubscribe(this.subscription);
    this.subscription = undefined;
  }
}
