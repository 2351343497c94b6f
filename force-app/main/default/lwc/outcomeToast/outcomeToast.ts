import type { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { errorText } from 'c/errorText';
import failedLabel from '@salesforce/label/c.Action_Failed';

/** Tells the user that something was done. */
export function showDone(element: LightningElement, title: string): void {
  element.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
}

/** Tells the user that something was not done, and why. Stays until it is closed. */
export function showFailed(element: LightningElement, error: unknown): void {
  element.dispatchEvent(
    new ShowToastEvent({ title: failedLabel, message: errorText(error), variant: 'error', mode: 'sticky' }),
  );
}
