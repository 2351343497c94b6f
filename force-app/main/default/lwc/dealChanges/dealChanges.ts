import type { LightningElement } from 'lwc';
import { publish, subscribe, unsubscribe, type Context, type Subscription } from 'lightning/messageService';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable, type RecordWireResult } from 'lightning/uiRecordApi';
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

/**
 * Listens for changes of a record as long as a component is on the page. Parts of the solution announce theirs; those of
 * standard components show in the record, which the component wires for it.
 */
export class ChangeListener {
  private subscription?: Subscription;
  private refresh?: () => void;
  private isSeen = false;

  /** Calls back whenever the record, or what hangs on it, was changed by another part of the page. */
  start(context: Context | undefined, recordId: string | undefined, refresh: () => void): void {
    this.refresh = refresh;
    if (!context || this.subscription) return;
    this.subscription = subscribe(context, DEAL_CHANGED, (message) => {
      if (message.recordId === recordId) refresh();
    });
  }

  /** Takes the record as the page has it now; calls back when that is not the first time. */
  see({ data }: RecordWireResult): void {
    if (!data) return;
    if (this.isSeen) this.refresh?.();
    this.isSeen = true;
  }

  stop(): void {
    if (this.subscription) unsubscribe(this.subscription);
    this.subscription = undefined;
  }
}
