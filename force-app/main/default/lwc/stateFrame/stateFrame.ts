import { api, LightningElement } from 'lwc';
import type { FrameState } from 'c/frameState';
import deniedLabel from '@salesforce/label/c.State_Denied';
import failedLabel from '@salesforce/label/c.State_Failed';
import loadingLabel from '@salesforce/label/c.State_Loading';
import retryLabel from '@salesforce/label/c.State_Retry';

/**
 * The card around a part of a page. Shows its content when there is some, else that it is on the way, missing, refused
 * or failed, so that all parts say so alike.
 */
export default class StateFrame extends LightningElement {
  @api heading = '';
  @api iconName?: string;
  @api state?: FrameState;
  /** Sentence for the case that there is nothing to show. */
  @api emptyText = '';

  labels = { denied: deniedLabel, failed: failedLabel, loading: loadingLabel, retry: retryLabel };

  get isLoading(): boolean {
    return this.state?.kind === 'loading';
  }
  get isDenied(): boolean {
    return this.state?.kind === 'denied';
  }
  get isFailed(): boolean {
    return this.state?.kind === 'failed';
  }
  get isEmpty(): boolean {
    return this.state?.kind === 'empty';
  }
  get failure(): string {
    return this.state?.text ?? '';
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
